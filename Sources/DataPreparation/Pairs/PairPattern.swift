// The kinds of questions that rules ask, and what a rule finds.

/// What a question asks for. Rows that rules wrote carry it in the column `pattern`.
public enum PairPattern: String, CaseIterable, Sendable {
  /// What something is, or means.
  case definition
  /// What something is called.
  case term
  case purpose
  /// What something consists of.
  case list
  /// How much it costs, weighs.
  case amount
  case count
  /// How long it takes, stays, is.
  case duration
  case frequency
  case time
  case place
  case person
  case reason
  case object
  /// Under what condition.
  case condition
  /// What happens, or is to be done, if.
  case consequence
  /// Whether something may, must, can be done.
  case permission
  case manner
  /// A heading that is a question.
  case heading
  /// A sentence with a gap.
  case cloze

  /// The column of ``TrainingRow/columns`` that names it.
  public static let column = "pattern"
}

extension TrainingRow {
  /// What its question asks for; nil if no rule wrote it.
  public var pattern: PairPattern? { columns?[PairPattern.column].flatMap(PairPattern.init) }
}

/// A question and where its answer stands in the sentence.
struct PairDraft: Equatable {
  var pattern: PairPattern
  var question: String
  /// Scalars of the sentence.
  var answer: Range<Int>

  init(_ pattern: PairPattern, _ question: String, _ answer: Range<Int>) {
    (self.pattern, self.question, self.answer) = (pattern, question, answer)
  }
}

/// One sentence as the rules look at it.
struct AskedSentence {
  let words: SentenceWords
  let cases: WordCases
  /// Nil if there is no main clause that is understood, or a colon divides the sentence.
  let clause: Clause?

  init(_ words: SentenceWords, _ cases: WordCases) {
    self.words = words
    self.cases = cases
    let hasColon = words.words.dropLast().contains { $0.after.contains(":") }
    clause = hasColon ? nil : Clause(words)
  }

  var count: Int { words.words.count }

  /// What is found, the surest first.
  var drafts: [PairDraft] {
    // "Forty people live on Birk": which forty live where is not asked.
    if let clause, clause.subject.lowerBound < firstBehindNumber { return counts }
    let found =
      definitions + lists + amounts + counts + circumstances + persons + reasons + objects + manners + conditions
    return found.isEmpty ? cloze : found
  }
}
