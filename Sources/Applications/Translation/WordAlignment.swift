// Which words of a source a translator looked at when it wrote: cross-attention as an alignment (Bahdanau et al. 2015).
public import Corpora
internal import Layers
internal import Models
public import Tensors

/// How much of the attention went to each word of the source, for each word that was written.
public struct WordAlignment: Sendable {
  public let written: [String]
  public let source: [String]
  /// `[written, source]`, whose rows add up to 1 or less: what the marks round the source were looked at is left out. Its
  /// labels are the words, so that `show` draws it with them.
  public let weights: Tensor

  /// For each written word the place of the source's word that was looked at most.
  public var best: [Int] { weights.argmax(axis: 1).scalars.map { Int($0) } }
}

extension Translator {
  /// How a translation looks at its source, in the mean over the heads of a decoder block. A word is as much looked at
  /// as its tokens together, and looks as its tokens do in the mean. Throws ``ModelInputError``.
  ///
  /// - Parameters:
  ///   - translation: need not be the model's own.
  ///   - block: counted from 0; nil: the last.
  public func alignment(
    of sentence: String, to translation: String, from language: Phrasebook.Language, block: Int? = nil
  ) throws -> WordAlignment {
    let (source, target) = (source(sentence, from: language), Array(target(translation).dropLast()))
    let sources = TokenBatch([source])
    let targets = TokenBatch([target])
    try model.check(source: sources, target: targets)
    let name = "decoder.blocks.\(block ?? model.decoder.count - 1).crossAttention.pattern"
    let (_, inside) = Tensor.withoutGradients { model.runWithCache(source: sources, target: targets) { $0 == name } }
    let pattern = inside[name][0].mean(axis: 0)  // [time, sourceTime]
    // What is looked at to write a token is looked at from the token before it.
    let from = Self.words(try target.dropFirst().map { try tokenizer.decode([$0]) }, first: 0)
    let to = Self.words(try source.dropFirst().dropLast().map { try tokenizer.decode([$0]) }, first: 1)
    let rows = from.map { word in
      let row = pattern[word.places].mean(axis: 0)
      return Tensor.stacked(to.map { row[$0.places].sum() })
    }
    let words = (from.map(\.text), to.map(\.text))
    return WordAlignment(
      written: words.0, source: words.1,
      weights: Tensor.stacked(rows).labelled(PatternLabels(queries: words.0, keys: words.1)))
  }

  /// The words that tokens make up, with the places of the tokens of each. A word begins where a space does, and a mark
  /// at the end of a sentence is one.
  private static func words(_ tokens: [String], first: Int) -> [(text: String, places: Range<Int>)] {
    var words: [(text: String, places: Range<Int>)] = []
    for (index, token) in tokens.enumerated() {
      let place = first + index
      let text = String(token.drop { $0 == " " })
      if token.hasPrefix(" ") || [".", "?"].contains(token) || words.isEmpty {
        words.append((text, place..<place + 1))
      } else {
        words[words.count - 1].text += text
        words[words.count - 1].places = words[words.count - 1].places.lowerBound..<place + 1
      }
    }
    return words
  }
}
