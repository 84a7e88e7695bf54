// What a reviewer said about a row.
internal import Hashing
internal import Tokenizers

/// One decision about one row, as it stands in a line of `review.jsonl`.
public struct ReviewDecision: Codable, Equatable, Sendable {
  public enum Verdict: String, Codable, CaseIterable, Sendable { case keep, drop, edit }

  /// The row's ``TrainingRow/reviewKey``.
  public var row: String
  public var verdict: Verdict
  /// Who decided.
  public var reviewer: String
  /// What the row is to say instead; nil for what stays, and for all verdicts but edits.
  public var instruction: String?
  public var answer: String?

  public init(
    _ verdict: Verdict, row: String, reviewer: String, instruction: String? = nil, answer: String? = nil
  ) {
    self.row = row
    self.verdict = verdict
    self.reviewer = reviewer
    self.instruction = instruction
    self.answer = answer
  }

  /// Whether two reviewers want the same.
  func agrees(with other: ReviewDecision) -> Bool {
    verdict == other.verdict && instruction == other.instruction && answer == other.answer
  }
}

extension TrainingRow {
  /// A hash of what the row says: kind, instruction, input, answer, turns. Score, evidence and columns are not in it, so
  /// a decision about it still holds when the row is made again; when its text changes it is another row.
  public var reviewKey: String {
    let turns = (turns ?? []).flatMap { [JSONValue.string($0.role.rawValue), .string($0.text)] }
    let said = JSONValue.array([
      .string(kind.rawValue), .string(instruction), input.map { .string($0) } ?? .null, .string(answer), .array(turns),
    ])
    return String(SHA256.hexadecimal(of: JSONWriter.line(said)).prefix(16))
  }
}
