// Letting an encoder-decoder write: translations, summaries.

import Layers
import Models
import Tensors

extension EncoderDecoder {
  /// Writes what belongs to a source, token by token. The source is read once.
  ///
  /// ```swift
  /// let ids = try model.generate(from: source, beginning: [start], count: 40, stoppingAt: [[end]])
  /// ```
  /// The target ends at the latest when it fills the context. Throws ``GenerationError`` and ``ModelInputError``.
  ///
  /// - Parameters:
  ///   - source: of the source's vocabulary.
  ///   - beginning: what the target begins with: the token that starts every text, at least.
  ///   - count: of new tokens, at most.
  ///   - sampling, repetitionPenalty, stops, seed, onToken: as for a GPT; the penalty looks at the target only.
  /// - Returns: the new tokens.
  @discardableResult
  public func generate(
    from source: [Int], beginning: [Int], sampling: Sampling = .greedy, count: Int, repetitionPenalty: Float = 1,
    stoppingAt stops: [[Int]] = [], seed: Int = 0, onToken: (GeneratedToken) throws -> Void = { _ in }
  ) throws -> [Int] {
    try generate(
      from: [source], beginning: beginning, sampling: sampling, count: count, repetitionPenalty: repetitionPenalty,
      stoppingAt: stops, seed: seed, onToken: onToken)[0]
  }

  /// The same for several sources at a time, of any lengths. Target i draws its random numbers from the seed `seed + i`.
  @discardableResult
  public func generate(
    from sources: [[Int]], beginning: [Int], sampling: Sampling = .greedy, count: Int, repetitionPenalty: Float = 1,
    stoppingAt stops: [[Int]] = [], seed: Int = 0, onToken: (GeneratedToken) throws -> Void = { _ in }
  ) throws -> [[Int]] {
    let settings = GenerationSettings(
      sampling: sampling, count: min(count, room(behind: beginning)), repetitionPenalty: repetitionPenalty,
      stops: stops, seed: seed)
    try settings.check(vocabularySize: targetVocabularySize)
    let texts = try texts(from: sources, beginning)
    return try settings.write(from: sources.map { _ in beginning }, in: texts, onToken: onToken)
  }

  /// Looks for the likeliest target with several open at a time; see `beams(from:…)` of a GPT.
  public func beams(
    from source: [Int], beginning: [Int], width: Int, count: Int, lengthPenalty: Float = 1,
    repetitionPenalty: Float = 1, stoppingAt stops: [[Int]] = []
  ) throws -> [Beam] {
    let search = BeamSearch(
      width: width, count: min(count, room(behind: beginning)), lengthPenalty: lengthPenalty,
      repetitionPenalty: repetitionPenalty, stops: stops)
    try search.check(vocabularySize: targetVocabularySize)
    return try search.run(from: beginning, in: texts(from: [source], beginning))
  }

  private var targetVocabularySize: Int { configuration.targetVocabularySize ?? configuration.vocabularySize }

  /// How many tokens can follow: all but the last are read too.
  private func room(behind beginning: [Int]) -> Int { max(0, configuration.contextLength - beginning.count + 1) }

  /// Reads the sources. Throws unless the model can read them and the beginning.
  private func texts(from sources: [[Int]], _ beginning: [Int]) throws -> TranslationTexts {
    try GenerationError.check(prompts: sources)
    let source = TokenBatch(padding: sources)
    try check(source: source, target: TokenBatch(sources.map { _ in beginning }))
    return TranslationTexts(model: self, memory: try encode(source))
  }
}

/// Targets that an encoder-decoder writes, each looking at its source.
private struct TranslationTexts: GrowingTexts {
  let model: EncoderDecoder
  var memory: EncoderDecoder.Memory
  var cache = KeyValueCache()

  mutating func read(_ tokens: [[Int]]) throws -> Tensor {
    try model.logits(for: TokenBatch(tokens), memory: memory, cache: &cache)
  }

  mutating func select(_ texts: [Int]) {
    memory = memory.selecting(texts)
    cache.select(texts)
  }
}
