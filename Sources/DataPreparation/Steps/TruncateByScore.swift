// Long texts cut down to their sentences that matter most.
public import YAMLTrees

/// Shortens what is longer than a number of characters by leaving out its least important sentences; those that stay keep
/// their order. In a row with an input (a text to be summarised, a context) the input is shortened, else the answer.
///
/// A sentence matters by the words it shares with the question, rare words more than common ones; without a question, by
/// how often its words occur in the text (Luhn 1958).
public struct TruncateByScore: RecipeStep {
  public static let name = "truncate"
  public static let summary = "shortens long texts to the sentences that matter most"

  /// In characters (Unicode scalars).
  public var longest = 2000

  public init() {}

  public static var settings: [Setting<TruncateByScore>] {
    [.whole("longest", \.longest, in: 1...10_000_000, "most characters that a text may keep")]
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    RecipeOutcome(rows) { row in
      var after = row
      if let input = row.input, input.unicodeScalars.count > longest {
        after.input = shortened(input, question: row.instruction + " " + row.answer)
      } else if row.answer.unicodeScalars.count > longest, row.turns == nil {
        after.answer = shortened(row.answer, question: row.instruction)
      }
      return after == row ? .kept : .changed(after, ["shortened"])
    }
  }

  func shortened(_ text: String, question: String) -> String {
    let sentences = TextWords.sentences(of: text)
    let words = sentences.map { Set(TextWords.words(of: String($0)).filter { $0.count > 3 }) }
    let asked = Set(TextWords.words(of: question).filter { $0.count > 3 })
    var frequency: [Substring: Int] = [:]
    for word in words.joined() { frequency[word, default: 0] += 1 }
    let scores = words.map { (words: Set<Substring>) -> Double in
      if words.isEmpty { return 0 }
      let wanted = words.intersection(asked)
      // Sums in a fixed order, so that equal sets have equal scores.
      let own = words.map { Double(frequency[$0] ?? 0) }.sorted().reduce(0, +) / Double(words.count)
      let shared = wanted.map { 1 / Double(frequency[$0] ?? 1) }.sorted().reduce(0, +)
      return shared * 1000 + own
    }
    var room = longest
    var kept: [Int] = []
    for index in sentences.indices.sorted(by: { (scores[$1], $0) < (scores[$0], $1) }) {
      let length = sentences[index].unicodeScalars.count + (kept.isEmpty ? 0 : 1)
      guard length <= room else { continue }
      kept.append(index)
      room -= length
    }
    // A single sentence that is too long is cut.
    guard !kept.isEmpty else { return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))) }
    return kept.sorted().map { String(sentences[$0]) }.joined(separator: " ")
  }
}
