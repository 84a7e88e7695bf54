// Letting a GPT go on with a text.

import Layers
import Models
import Tensors

extension GPT {
  /// Goes on with a text: chooses a token, adds it, and so on.
  ///
  /// ```swift
  /// let ids = try model.generate(from: prompt, sampling: .topP(0.9, temperature: 0.8), count: 40)
  /// try model.generate(from: prompt, count: 40) { print(tokenizer.decode([$0.id]), $0.probability) }
  /// ```
  /// A text may grow beyond the context: when it is full, the model forgets the older half and goes on from the rest.
  /// The same arguments give the same text. Throws ``GenerationError`` and ``ModelInputError``.
  ///
  /// - Parameters:
  ///   - prompt: from one token to as many as the context holds.
  ///   - count: of new tokens, at most.
  ///   - repetitionPenalty: above 1, tokens that are in the prompt or the text so far become less likely; 1.2 in the
  ///     paper (Keskar et al. 2019).
  ///   - stops: sequences of tokens; when the new tokens end with one, the text is finished. It stays in the result.
  ///   - onToken: called with each token as soon as it is chosen. What it throws ends the text.
  /// - Returns: the new tokens.
  @discardableResult
  public func generate(
    from prompt: [Int], sampling: Sampling = .greedy, count: Int, repetitionPenalty: Float = 1,
    stoppingAt stops: [[Int]] = [], seed: Int = 0, onToken: (GeneratedToken) throws -> Void = { _ in }
  ) throws -> [Int] {
    try generate(
      from: [prompt], sampling: sampling, count: count, repetitionPenalty: repetitionPenalty, stoppingAt: stops,
      seed: seed, onToken: onToken)[0]
  }

  /// The same for several prompts at a time, of any lengths. Text i draws its random numbers from the seed `seed + i`,
  /// and is what its prompt alone gives with that seed; so one prompt repeated gives several texts.
  @discardableResult
  public func generate(
    from prompts: [[Int]], sampling: Sampling = .greedy, count: Int, repetitionPenalty: Float = 1,
    stoppingAt stops: [[Int]] = [], seed: Int = 0, onToken: (GeneratedToken) throws -> Void = { _ in }
  ) throws -> [[Int]] {
    let settings = GenerationSettings(
      sampling: sampling, count: count, repetitionPenalty: repetitionPenalty, stops: stops, seed: seed)
    try settings.check(vocabularySize: configuration.vocabularySize)
    try check(prompts: prompts)
    return try settings.write(from: prompts, in: GPTTexts(self), onToken: onToken)
  }

  /// Looks for the likeliest text rather than the likeliest token each time: of all ways to go on with `width` texts the
  /// best `width` go on (beam search; it ends and compares as Hugging Face's does). Nothing is random.
  ///
  /// Throws ``GenerationError`` and ``ModelInputError``.
  ///
  /// - Parameters:
  ///   - width: how many texts go on at a time; 1 is greedy.
  ///   - count: of new tokens, at most.
  ///   - lengthPenalty: texts are compared by `log p / length ^ lengthPenalty`; above 0 longer texts gain.
  ///   - repetitionPenalty, stops: as in `generate`.
  /// - Returns: at most `width` finished texts, the best first.
  public func beams(
    from prompt: [Int], width: Int, count: Int, lengthPenalty: Float = 1, repetitionPenalty: Float = 1,
    stoppingAt stops: [[Int]] = []
  ) throws -> [Beam] {
    let search = BeamSearch(
      width: width, count: count, lengthPenalty: lengthPenalty, repetitionPenalty: repetitionPenalty, stops: stops)
    try search.check(vocabularySize: configuration.vocabularySize)
    try check(prompts: [prompt])
    return try search.run(from: prompt, in: GPTTexts(self))
  }

  private func check(prompts: [[Int]]) throws {
    try GenerationError.check(prompts: prompts)
    try check(TokenBatch(padding: prompts))
  }
}
