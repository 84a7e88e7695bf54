// One row of training data, and where it comes from.
public import DocumentReading

/// What a model is to learn from one example.
public struct TrainingRow: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Sendable {
    case questionAnswer, summary, instruction, conversation, text
  }

  public var kind: Kind
  /// The question or the instruction; empty for raw text.
  public var instruction: String
  /// What the instruction is about, as the text to be summarised; nil if it stands alone.
  public var input: String?
  /// The answer, the summary or the raw text; for a conversation its last turn.
  public var answer: String
  /// The turns of a conversation, the last one included; nil for all other kinds.
  public var turns: [Turn]?
  /// How well the pair fits together, 0 to 1; nil before it was scored.
  public var score: Double?
  /// What the answer stands on; nil for rows that come from no document.
  public var evidence: Evidence?
  /// Further columns of the data set it comes from.
  public var columns: [String: String]?

  public struct Turn: Codable, Equatable, Sendable {
    public enum Role: String, Codable, Sendable { case system, user, assistant }
    public var role: Role
    public var text: String

    public init(_ role: Role, _ text: String) {
      self.role = role
      self.text = text
    }
  }

  public init(
    _ kind: Kind, instruction: String = "", input: String? = nil, answer: String, turns: [Turn]? = nil,
    score: Double? = nil, evidence: Evidence? = nil, columns: [String: String]? = nil
  ) {
    self.kind = kind
    self.instruction = instruction
    self.input = input
    self.answer = answer
    self.turns = turns
    self.score = score
    self.evidence = evidence
    self.columns = columns
  }
}
