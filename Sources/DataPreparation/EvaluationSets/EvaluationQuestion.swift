// One question of an evaluation set, and how sets are written.
public import DocumentReading
internal import Tokenizers

/// A question about documents with its answer and where it stands.
public struct EvaluationQuestion: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Sendable {
    /// One sentence answers it.
    case simple
    /// It asks under what condition, or what happens if.
    case conditional
    /// Two sentences together answer it.
    case multiHop
    /// Four choices, one of them right.
    case multipleChoice
    /// A right answer holds certain words.
    case tokenPresence
  }

  public var type: Kind
  public var question: String
  /// Four, A to D; nil for all kinds but multiple choice.
  public var choices: [String]?
  /// The text; of multiple choice the letter.
  public var answer: String
  /// Words that a right answer must hold, whatever else it says; nil for all kinds but token presence.
  public var tokens: [String]?
  /// The sentences that answer it, in the order in which they are needed.
  public var evidence: [Evidence]

  public init(
    _ type: Kind, _ question: String, choices: [String]? = nil, answer: String, tokens: [String]? = nil,
    evidence: [Evidence]
  ) {
    self.type = type
    self.question = question
    self.choices = choices
    self.answer = answer
    self.tokens = tokens
    self.evidence = evidence
  }
}

extension [EvaluationQuestion] {
  /// `{"type":…,"question":…,"choices":[…],"answer":…,"tokens":[…],"evidence":[{"file":…,"page":…,"start":…,"end":…}]}`,
  /// one a line.
  public var jsonLines: String {
    map { String(decoding: JSONWriter.line(.object($0.members)), as: UTF8.self) + "\n" }.joined()
  }

  /// The same as YAML: a list of mappings. Texts stand in quotation marks, so none is taken for a number or a date.
  public var yaml: String {
    func text(_ value: JSONValue) -> String { String(decoding: JSONWriter.line(value), as: UTF8.self) }
    let items = map { question in
      question.members.enumerated().map { place, member in
        let begin = place == 0 ? "- " : "  "
        guard case .array(let elements) = member.value else { return "\(begin)\(member.key): \(text(member.value))\n" }
        return "\(begin)\(member.key):\n" + elements.map { "    - \(text($0))\n" }.joined()
      }.joined()
    }
    return items.isEmpty ? "[]\n" : items.joined()
  }
}

extension EvaluationQuestion {
  fileprivate var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init("type", .string(type.rawValue)), .init("question", .string(question))]
    if let choices { members.append(.init("choices", .array(choices.map { .string($0) }))) }
    members.append(.init("answer", .string(answer)))
    if let tokens { members.append(.init("tokens", .array(tokens.map { .string($0) }))) }
    return members + [.init("evidence", .array(evidence.map(RowWriter.value)))]
  }
}
