// A kind of text in any amount: documents, and their text cut to a length.

/// Texts of one kind, drawn from a grammar whose entropy is known.
public struct Corpus: Sendable {
  /// Which of two streams of documents: what a model trains on, and what it is tested on.
  public enum Split: Int, CaseIterable, Sendable {
    case training, heldOut
  }

  /// As "letters".
  public let name: String
  public let grammar: Grammar

  /// For our own rules: that they are sound is tested.
  init(_ name: String, _ rules: [Rule]) {
    self.name = name
    do { grammar = try Grammar(rules) } catch { preconditionFailure("corpus \(name): \(error)") }
  }

  /// Documents for ever, drawn independently. Every pair of split and seed starts its own stream: the same pair gives
  /// the same documents, two different ones start differently (seeds in -2⁶² ..< 2⁶²).
  ///
  /// Two streams may still both contain a document, a short one above all, as any two honest samples may. Where that
  /// matters, see `heldOutDocuments`.
  public func documents(_ split: Split = .training, seed: Int = 0) -> DocumentSequence {
    DocumentSequence(grammar: grammar, random: CorpusRandom(seed: seed, stream: split.rawValue))
  }

  /// Held-out documents, none of which has the same text as one of these or as another of the result. Fewer than asked
  /// for if a hundred times as many draws do not give enough: the corpus has no more to say.
  ///
  /// Such a selection prefers rare documents, so a model's loss on it is not to be compared with the grammar's entropy.
  public func heldOutDocuments(
    _ count: Int, unlike training: some Sequence<Document>, seed: Int = 0
  ) -> [Document] {
    var seen = Set(training.map(\.tokens))
    return Array(
      documents(.heldOut, seed: seed).prefix(count * 100).lazy.filter { seen.insert($0.tokens).inserted }
        .prefix(count))
  }

  /// The fewest whole documents that have so many tokens.
  public func tokens(_ count: Int, _ split: Split = .training, seed: Int = 0) -> [String] {
    var tokens: [String] = []
    for document in documents(split, seed: seed) {
      if tokens.count >= count { break }
      tokens += document.tokens
    }
    return tokens
  }

  /// The text of `tokens(_:_:seed:)`; `WordTokens.split` gives the tokens back.
  public func text(tokens count: Int, _ split: Split = .training, seed: Int = 0) -> String {
    WordTokens.joined(tokens(count, split, seed: seed))
  }

  /// The fewest whole documents that have so many bytes in UTF-8.
  public func text(bytes count: Int, _ split: Split = .training, seed: Int = 0) -> String {
    var text = ""
    for document in documents(split, seed: seed) {
      if text.utf8.count >= count { break }
      text += document.text
    }
    return text
  }
}
