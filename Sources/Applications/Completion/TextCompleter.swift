// What somebody is about to type: whole words with their probabilities, also for half-typed ones.
internal import Foundation
internal import Layers
internal import Models
internal import Tensors
public import TextModels

/// Completes words with a language model.
///
/// The tokens of "The fer" are not the first tokens of "The ferry". So the half-typed word is taken back, and the model
/// writes it again, from tokens that agree with what was typed ("token healing").
///
/// ```swift
/// let completer = try TextCompleter(TextModel.load(from: "BaseModel"))
/// for guess in try completer.words(after: "The ferry to Bi") { print(guess.word, guess.probability) }
/// ```
public struct TextCompleter {
  public struct Guess: Equatable, Sendable {
    public let word: String
    /// Of all words that agree with what was typed, 0 to 1.
    public let probability: Double
  }

  public let model: TextModel
  /// If there is one, only its words are offered; letters are compared without case.
  public var vocabulary: WordTrie?
  /// How many beginnings of words are followed at a time.
  public var width = 8
  /// The bytes of each token; nil for one that stands for no text.
  private let pieces: [[UInt8]?]

  public init(_ model: TextModel, vocabulary: WordTrie? = nil) {
    self.model = model
    self.vocabulary = vocabulary
    let tokenizer = model.tokenizer
    pieces = (0..<model.model.configuration.vocabularySize).map { id in
      guard tokenizer.token(for: id) != nil,
        let bytes = try? tokenizer.decodeBytes([id], skippingSpecialTokens: true), !bytes.isEmpty
      else { return nil }
      return bytes
    }
  }

  /// The likeliest words: that which was half typed at the text's end, or the next one after a space. The likeliest
  /// first. Throws ``ModelInputError``.
  public func words(after text: String, count: Int = 3) throws -> [Guess] {
    let typed = text.reversed().prefix { !$0.isWhitespace }.reversed()
    var context = text.dropLast(typed.count)
    // A space belongs to the token of the word behind it.
    let separator = context.last == " " ? String(context.removeLast()) : ""
    let half = Array((separator + String(typed)).utf8)
    let start = model.ids(String(context)).suffix(max(1, model.model.configuration.contextLength - 16))
    // Without an end token nothing can stand before the first word.
    guard !start.isEmpty else { return [] }
    return try search(from: Array(start), half, skipping: separator.utf8.count, count)
  }

  private struct Beginning {
    var ids: [Int]
    var bytes: [UInt8]
    var logProbability: Double
  }

  private func search(from start: [Int], _ half: [UInt8], skipping separator: Int, _ count: Int) throws -> [Guess] {
    var open = [Beginning(ids: start, bytes: [], logProbability: 0)]
    var words: [String: Double] = [:]
    var forgotten = 0.0
    for _ in 0..<min(12, model.model.configuration.contextLength - start.count + 1) where !open.isEmpty {
      let best = words.values.sorted(by: >).prefix(count)
      let hope = open.map { exp($0.logProbability) }.reduce(0, +)
      if best.count == count, hope < (best.last ?? 0) / 2 { break }
      let rows = try next(open.map(\.ids))
      var new: [Beginning] = []
      for (beginning, row) in zip(open, rows) {
        let word = beginning.bytes.dropFirst(separator)
        // A word ends where what follows is no part of it.
        if beginning.bytes.count >= half.count, !word.isEmpty, isOffered(word) {
          let end = pieces.indices.reduce(0) { $0 + (isPart(pieces[$1]) ? 0 : exp(row[$1])) }
          words[String(decoding: word, as: UTF8.self), default: 0] += exp(beginning.logProbability) * end
        }
        for (id, piece) in pieces.enumerated() {
          guard let piece, row[id] > -16 else { continue }
          let bytes = beginning.bytes + piece
          let isInside = beginning.bytes.count >= max(half.count, separator + 1)
          guard isInside ? isPart(piece) : agrees(bytes, half), isBegun(bytes.dropFirst(separator)) else { continue }
          new.append(
            Beginning(ids: beginning.ids + [id], bytes: bytes, logProbability: beginning.logProbability + row[id]))
        }
      }
      new.sort { ($1.logProbability, $0.ids.last ?? 0) < ($0.logProbability, $1.ids.last ?? 0) }
      forgotten += new.dropFirst(width).reduce(0) { $0 + exp($1.logProbability) }
      open = Array(new.prefix(width))
    }
    let rest = open.reduce(forgotten) { $0 + exp($1.logProbability) }
    let total = words.values.sorted().reduce(rest, +)
    return words.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count)
      .map { Guess(word: $0.key, probability: total > 0 ? $0.value / total : 0) }
  }

  /// `log p` of each token after each sequence.
  private func next(_ sequences: [[Int]]) throws -> [[Double]] {
    let batch = TokenBatch(padding: sequences, on: .left)
    try model.model.check(batch)
    let logs = Tensor.withoutGradients { model.model(batch)[0..., -1].logSoftmax() }
    let (values, vocabulary) = (logs.scalars, logs.shape[1])
    return sequences.indices.map { row in values[row * vocabulary..<(row + 1) * vocabulary].map { Double($0) } }
  }

  private func agrees(_ bytes: [UInt8], _ half: [UInt8]) -> Bool {
    bytes.count < half.count ? half.starts(with: bytes) : bytes.starts(with: half)
  }

  /// Whether a token goes on with a word: it is letters, digits, or marks that stand inside words.
  private func isPart(_ piece: [UInt8]?) -> Bool {
    guard let first = piece?.first else { return false }
    return switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }

  /// Whether bytes may be the beginning of a word that is offered.
  private func isBegun(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let vocabulary else { return true }
    return vocabulary.hasWords(beginningWith: String(decoding: bytes, as: UTF8.self).lowercased())
  }

  private func isOffered(_ word: ArraySlice<UInt8>) -> Bool {
    guard let vocabulary else { return true }
    return vocabulary.count(of: String(decoding: word, as: UTF8.self).lowercased()) > 0
  }
}
