// Conversations as data sets write them: messages with roles, two names for each role, or one text with marks.
internal import Tokenizers

enum ChatTurns {
  /// Why a value is no conversation.
  struct Problem: Error {
    let message: String
  }

  /// From `[{"role":"user","content":"…"}]`, `[{"from":"human","value":"…"}]`, ours, or a text with `Human:` and
  /// `Assistant:` at the beginning of lines.
  static func read(_ value: JSONValue) throws(Problem) -> [TrainingRow.Turn] {
    switch value {
    case .array(let elements):
      var turns: [TrainingRow.Turn] = []
      for (place, element) in elements.enumerated() { turns.append(try turn(element, place + 1)) }
      guard !turns.isEmpty else { throw Problem(message: "no messages are in it") }
      return turns
    case .string(let text):
      if text.trimmed.first == "[", let parsed = try? JSONReader.read(Array(text.utf8)) { return try read(parsed) }
      return try transcript(text)
    default: throw Problem(message: "it is \(value.kind), and a list of messages is expected")
    }
  }

  /// As chat layouts have them.
  static func messages(_ turns: [TrainingRow.Turn]) -> JSONValue {
    .array(
      turns.map { turn in
        .object([.init("role", .string(turn.role.rawValue)), .init("content", .string(turn.text))])
      })
  }

  private static let roles: [String: TrainingRow.Turn.Role] = [
    "system": .system, "developer": .system, "user": .user, "human": .user, "prompter": .user, "assistant": .assistant,
    "gpt": .assistant, "bot": .assistant, "model": .assistant,
  ]

  private static func turn(_ value: JSONValue, _ place: Int) throws(Problem) -> TrainingRow.Turn {
    guard case .object = value else {
      throw Problem(message: "message \(place) is \(value.kind), and a message is {\"role\":…,\"content\":…}")
    }
    guard case .string(let name)? = value["role"] ?? value["from"] else {
      throw Problem(message: "message \(place) has no role")
    }
    guard let role = roles[name.lowercased()] else {
      throw Problem(message: "message \(place) has the role \"\(name)\"; known are system, user and assistant")
    }
    guard case .string(let text)? = value["content"] ?? value["value"] ?? value["text"] else {
      throw Problem(message: "message \(place) has no text")
    }
    return TrainingRow.Turn(role, text)
  }

  private static func transcript(_ text: String) throws(Problem) -> [TrainingRow.Turn] {
    let marks: [(String, TrainingRow.Turn.Role)] = [
      ("Human:", .user), ("User:", .user), ("Assistant:", .assistant), ("System:", .system),
    ]
    var turns: [TrainingRow.Turn] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let (mark, role) = marks.first(where: { line.hasPrefix($0.0) }) {
        turns.append(TrainingRow.Turn(role, String(line.dropFirst(mark.count))))
      } else if turns.isEmpty {
        guard line.trimmed.isEmpty else {
          throw Problem(
            message: "it is a text without roles; messages, or a text with Human: and Assistant:, are expected")
        }
      } else {
        turns[turns.count - 1].text += "\n" + line
      }
    }
    guard !turns.isEmpty else { throw Problem(message: "no messages are in it") }
    return turns.map { TrainingRow.Turn($0.role, $0.text.trimmed) }
  }
}
