// What the commands of a chat do: the same typed at a terminal and read from a pipe.
import DataPreparation
import Experiments
import LessonDocuments
import Rendering

extension ChatSession {
  enum Outcome {
    /// Sentences about what was done.
    case told([String])
    /// Something is to be answered.
    case asked(String, seed: Int?)
    case mistaken(String)
    case quit
    case nothing
  }

  mutating func take(_ input: ChatInput) -> Outcome {
    switch input {
    case .nothing: return .nothing
    case .say(let text): return .asked(text, seed: nil)
    case .mistake(let sentence): return .mistaken(sentence)
    case .quit: return .quit
    case .help:
      let width = ChatInput.commands.map(\.usage.count).max() ?? 0
      return .told(ChatInput.commands.map { $0.usage.padded(to: width + 2) + $0.explanation })
    case .settings: return .told(ChatSettings.settings.map { $0.line(of: settings) })
    case .set(let name, let value):
      if let problem = settings.set(name, to: value) { return .mistaken(problem) }
      return .told([settings.summary])
    case .prompt:
      guard !lastPrompts.isEmpty else { return .told(["Nothing has been asked yet."]) }
      return .told(zip(partners, lastPrompts).flatMap { ["What \($0.name) was given:", $1] })
    case .again: return again()
    case .undo:
      guard let last = undo() else { return .told(["There is nothing to take back."]) }
      return .told(["Taken back: \(last.prompt.quoted)."])
    case .forget:
      forget()
      return .told(["The conversation begins anew."])
    case .save(let file): return save(to: file)
    }
  }

  private mutating func again() -> Outcome {
    guard let last = conversation.exchanges.last else { return .told(["There is nothing to answer anew."]) }
    if settings.sampling == .greedy {
      return .mistaken("nothing is drawn, so the answer would be the same; /temperature 0.8 draws")
    }
    _ = undo()
    return .asked(last.prompt, seed: last.seed + 1)
  }

  private func save(to file: String) -> Outcome {
    let rows = conversation.rows(system: settings.system, names: partners.map(\.name))
    guard !rows.isEmpty else { return .told(["There is nothing to save yet."]) }
    do {
      try DataOutput.write(RowWriter.jsonLines(rows, layout: .chat), to: file)
      return .told(["\(conversation.exchanges.count) exchanges are in \(file.quoted)."])
    } catch { return .mistaken(ExitStatus.message(for: error).withoutProgramName) }
  }
}

extension String {
  /// A message of ours inside a conversation that says already who speaks.
  fileprivate var withoutProgramName: String { hasPrefix("lectern: ") ? String(dropFirst("lectern: ".count)) : self }
}
