// Whether a text says only what sentences say.
import DocumentReading

/// For each clause of a text the share of its telling words that stand in one sentence. Numbers and names must all stand
/// there: with one that does not, the clause counts 0.
public struct Groundedness: Equatable, Sendable {
  public struct Clause: Equatable, Sendable {
    public let text: String
    /// 0 to 1.
    public let share: Double
    /// The sentence that bears it out best; nil if none does at all.
    public let sentence: Int?
  }
  public let clauses: [Clause]

  /// The clause that is borne out worst; nil for a text that says nothing.
  public var weakest: Clause? { clauses.min { $0.share < $1.share } }

  /// The sentences that bear out clauses, in order.
  public var sentences: [Int] { Set(clauses.compactMap(\.sentence)).sorted() }

  /// - Parameter question: its words may be repeated; but a clause of nothing else says nothing, and counts 0.
  public init(of text: String, in sentences: [String], question: String = "") {
    let asked = Set(WordTerms.question(question))
    let known = sentences.map { Set(WordTerms.terms(in: $0).map(\.term)) }
    clauses = Self.clauses(of: text).compactMap { clause in
      let words = SentenceWord.words(in: ScalarText(clause))
      let terms = words.flatMap { word in
        WordTerms.terms(in: word.text).map { (term: $0.term, isStrict: word.hasDigit || Self.counts(word)) }
      }.filter { $0.isStrict || !StopWords.stems.contains($0.term) }
      guard !terms.isEmpty else { return nil }
      let shares = known.map { held -> Double in
        if terms.contains(where: { $0.isStrict && !held.contains($0.term) }) { return 0 }
        let own = terms.filter { !asked.contains($0.term) || held.contains($0.term) }
        if own.allSatisfy({ asked.contains($0.term) }) { return 0 }
        return Double(own.count { held.contains($0.term) }) / Double(own.count)
      }
      let best = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) }
      let share = best.map { shares[$0] } ?? 0
      return Clause(text: clause, share: share, sentence: share > 0 ? best : nil)
    }
  }

  private static func counts(_ word: SentenceWord) -> Bool {
    HeldFact.facts(in: word.text).contains { $0.kind == .number || $0.kind == .date || $0.kind == .time }
  }

  /// Sentences, cut at commas, semicolons and colons that do not stand inside a number.
  static func clauses(of text: String) -> [String] {
    SentenceSplitter.sentences(in: text).flatMap { range -> [String] in
      let sentence = ScalarText(ScalarText(text)[range])
      let words = SentenceWord.words(in: sentence)
      var (clauses, start) = ([String](), 0)
      for (left, right) in zip(words, words.dropFirst()) {
        let between = sentence[left.range.upperBound..<right.range.lowerBound]
        guard between.contains(where: { ",;:".contains($0) }) else { continue }
        clauses.append(sentence[start..<left.range.upperBound])
        start = right.range.lowerBound
      }
      return clauses + [sentence[start..<sentence.count]]
    }
  }
}
