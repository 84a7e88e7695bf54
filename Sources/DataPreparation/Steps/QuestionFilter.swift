// Questions that are none.
public import YAMLTrees

/// Keeps question-answer rows whose question asks something: it ends in a question mark, or begins as questions and
/// requests do. Other kinds of rows pass.
public struct QuestionFilter: RecipeStep {
  public static let name = "is-question"
  public static let summary = "drops question-answer rows that ask nothing"

  /// Whether "Name the islands." counts too.
  public var allowsRequests = true
  /// More first words, in lower case, for other languages than English.
  public var firstWords: [String] = []

  public init() {}

  public static var settings: [Setting<QuestionFilter>] {
    [
      .flag("requests", \.allowsRequests, "whether \"Name the islands.\" counts as a question"),
      .texts("first-words", \.firstWords, "more words that questions begin with"),
    ]
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    RecipeOutcome(rows) { row in
      row.kind != .questionAnswer || asks(row.instruction) ? .kept : .dropped("not a question", detail: row.instruction)
    }
  }

  func asks(_ text: String) -> Bool {
    let trimmed = text.trimmed
    guard let last = trimmed.last(where: { !"\"')”’»".contains($0) }), trimmed.contains(where: \.isLetter) else {
      return false
    }
    // Full width, Arabic and Greek too.
    if "?？؟;".contains(last),
      last != ";" || trimmed.unicodeScalars.contains(where: { (0x370...0x3FF).contains($0.value) })
    {
      return true
    }
    guard let first = TextWords.words(of: String(trimmed.prefix(80))).first.map(String.init) else { return false }
    return Self.questionWords.contains(first) || allowsRequests && Self.requests.contains(first)
      || firstWords.contains(first)
  }

  private static let questionWords: Set<String> = [
    "who", "whom", "whose", "what", "when", "where", "why", "which", "how", "is", "are", "was", "were", "do", "does",
    "did", "can", "could", "may", "must", "shall", "should", "will", "would", "has", "have", "had",
  ]
  private static let requests: Set<String> = [
    "name", "list", "explain", "describe", "tell", "give", "define", "state", "say", "show", "complete", "fill",
    "summarise", "summarize", "compare", "find", "choose", "count", "translate", "write",
  ]
}
