// What a line typed into a chat is: something said, or a command after a stroke.
internal import Messages

/// One line of a chat. A line that begins with `/` is a command; with `//` it says what comes after the first stroke.
public enum ChatInput: Equatable, Sendable {
  /// Nothing but white space.
  case nothing
  case say(String)
  case set(name: String, value: String)
  /// Takes the last exchange back.
  case undo
  /// Answers the last prompt anew, with the next seed.
  case again
  /// Forgets the conversation.
  case forget
  /// Shows the settings.
  case settings
  /// Shows the text that the model would be given.
  case prompt
  case save(file: String)
  case help
  case quit
  /// A command that is none, or lacks something: a sentence.
  case mistake(String)

  /// Names and what they do, in the order of the help.
  public static var commands: [(usage: String, explanation: String)] {
    ChatSettings.settings.map { ("/\($0.key) \($0.key == "system" ? "TEXT" : "N")", $0.explanation) } + [
      ("/settings", "shows them all"),
      ("/prompt", "shows the text that the model was given last"),
      ("/again", "answers the last line anew, with the next seed"),
      ("/undo", "takes the last line and its answer back"),
      ("/forget", "begins anew"),
      ("/save FILE", "writes the conversation as JSONL, a row that can be trained on"),
      ("/help", "shows this"),
      ("/quit", "ends the chat, as Ctrl-D does"),
    ]
  }

  /// `/temperature`, …: for completion.
  public static var names: [String] { commands.map { String($0.usage.prefix { $0 != " " }) } }

  public init(_ line: String) {
    let text = line.trimmed
    guard text.hasPrefix("/"), !text.hasPrefix("//") else {
      let said = text.hasPrefix("//") ? String(text.dropFirst()) : text
      self = said.isEmpty ? .nothing : .say(said)
      return
    }
    let name = String(text.dropFirst().prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(name.count + 1)).trimmed
    self = Self.command(name, rest)
  }

  private static func command(_ name: String, _ rest: String) -> ChatInput {
    if ChatSettings.settings.contains(where: { $0.key == name }) {
      guard !rest.isEmpty else {
        return .mistake("/\(name) needs a value, as in /\(name) \(name == "system" ? "Answer briefly." : "1")")
      }
      return .set(name: name, value: rest)
    }
    switch name {
    case "undo": return .undo
    case "again": return .again
    case "forget": return .forget
    case "settings": return .settings
    case "prompt": return .prompt
    case "help", "?": return .help
    case "quit", "exit", "q": return .quit
    case "save": return rest.isEmpty ? .mistake("/save needs a file, as in /save chat.jsonl") : .save(file: rest)
    default:
      let nearest = NearestName.of("/" + name, among: names).map { "; the nearest is \($0)" } ?? ""
      return .mistake("there is no command \("/\(name)".quoted)\(nearest). /help shows them all")
    }
  }
}
