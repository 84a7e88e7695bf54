// Rows whose texts are too short to say anything, or too long to learn from.
public import YAMLTrees

/// Keeps rows whose texts are neither too short nor too long, in characters (Unicode scalars).
public struct LengthBand: RecipeStep {
  public static let name = "length"
  public static let summary = "drops rows whose texts are too short or too long"

  /// The fewest and most characters of an answer, a summary or a raw text.
  public var shortest = 10
  public var longest = 5000
  /// The fewest and most characters of a question or an instruction; raw text has none.
  public var shortestQuestion = 10
  public var longestQuestion = 3000
  /// The fewest characters of an answer whose evidence stands in a document: a fact may be as short as "40".
  public var shortestFact = 1

  public init() {}

  public static var settings: [Setting<LengthBand>] {
    [
      .whole("shortest", \.shortest, in: 0...10_000_000, "fewest characters of an answer or a text"),
      .whole("longest", \.longest, in: 1...10_000_000, "most characters of an answer or a text"),
      .whole("shortest-question", \.shortestQuestion, in: 0...10_000_000, "fewest characters of a question"),
      .whole("longest-question", \.longestQuestion, in: 1...10_000_000, "most characters of a question"),
      .whole("shortest-fact", \.shortestFact, in: 0...10_000_000, "fewest of an answer that stands in a document"),
    ]
  }

  public func contradictions() -> [(key: String, message: String)] {
    let pairs = [
      ("shortest", shortest, "longest", longest),
      ("shortest-question", shortestQuestion, "longest-question", longestQuestion),
      ("shortest-fact", shortestFact, "longest", longest),
    ]
    return pairs.filter { $0.1 > $0.3 }.map { low, least, high, most in
      (low, "\(low) (\(least)) is above \(high) (\(most)); no row could be kept")
    }
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    RecipeOutcome(rows) { row in
      let answer = row.answer.unicodeScalars.count
      let question = row.instruction.unicodeScalars.count
      if answer < (row.evidence != nil && row.kind != .text ? shortestFact : shortest) {
        return .dropped("too short", detail: Self.counted(answer))
      }
      if answer > longest { return .dropped("too long", detail: Self.counted(answer)) }
      guard row.kind != .text else { return .kept }
      if question < shortestQuestion { return .dropped("question too short", detail: Self.counted(question)) }
      if question > longestQuestion { return .dropped("question too long", detail: Self.counted(question)) }
      return .kept
    }
  }

  private static func counted(_ count: Int) -> String { "\(count) character\(count == 1 ? "" : "s")" }
}
