// A chat as it looks: who is there, what was said, and answers side by side.
import DataPreparation
import Experiments
import Rendering

struct ChatPicture {
  let options: TextOptions

  private static let quiet = TextStyle(dim: true)
  private static let name = TextStyle(bold: true)
  private static let gap = 3
  /// Two answers stand beside each other from this width on.
  private static let narrowestPair = 60

  /// Before the first line.
  func heading(_ session: ChatSession) -> [StyledLine] {
    let numbers = NumberText(options)
    let partners = session.partners.flatMap { partner -> [StyledLine] in
      let model = partner.model.model
      let facts =
        "  \(numbers.count(model.parameterCount)) parameters, \(numbers.count(model.configuration.contextLength)) tokens of context"
      return (StyledLine(options.oneLine(partner.name), Self.name) + StyledLine(facts, Self.quiet))
        .wrapped(to: options.width, indent: 2)
    }
    let hint = "\(session.settings.summary). /help shows what can be typed, Ctrl-D ends."
    return partners + StyledLine(options.oneLine(hint), Self.quiet).wrapped(to: options.width) + [StyledLine()]
  }

  static let prompt = "> "

  /// What the reader said.
  func said(_ text: String) -> [StyledLine] {
    (StyledLine(Self.prompt, Self.quiet) + StyledLine(options.oneLine(text), Self.name))
      .wrapped(to: options.width, indent: Self.prompt.count)
  }

  /// The answers as far as they are there.
  ///
  /// - Parameter isDone: whether an answer that says nothing is one.
  func answers(_ answers: [ChatSession.Answer], of partners: [ChatPartner], isDone: Bool) -> [StyledLine] {
    let narrow = partners.count > 1 && options.width >= Self.narrowestPair
    let width = narrow ? (options.width - Self.gap) / 2 : options.width
    let blocks = zip(partners, answers).map { partner, answer in
      block(answer, of: partner, isNamed: partners.count > 1, isDone: isDone, width: width)
    }
    guard narrow, blocks.count > 1 else { return Array(blocks.joined()) }
    let padded = blocks.map { block in block.map { $0.padded(to: width) } }
    return PictureLayout.sideBySide(padded, gap: Self.gap, width: options.width)
  }

  private func block(
    _ answer: ChatSession.Answer, of partner: ChatPartner, isNamed: Bool, isDone: Bool, width: Int
  ) -> [StyledLine] {
    var lines = isNamed ? [StyledLine(options.oneLine(partner.name), TextStyle(underlined: true))] : []
    lines += notes(answer, partner).flatMap { StyledLine($0, Self.quiet).wrapped(to: width) }
    if answer.text.isEmpty {
      return lines + (isDone ? StyledLine("(says nothing)", Self.quiet).wrapped(to: width) : [StyledLine()])
    }
    return lines
      + answer.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
        StyledLine(options.oneLine(String($0))).wrapped(to: width)
      }
  }

  /// What of the conversation the model no longer sees.
  private func notes(_ answer: ChatSession.Answer, _ partner: ChatPartner) -> [String] {
    var notes: [String] = []
    let questions = answer.newlyDropped.filter { $0.role == .user }
    if let first = questions.first {
      let more = questions.count > 1 ? " and \(questions.count - 1) more" : ""
      let text = options.oneLine(first.text).truncated(to: 40, ellipsis: options.ellipsis)
      notes.append("(no longer in its context: \"\(text)\"\(more))")
    }
    if answer.isOverfull {
      let context = partner.model.model.configuration.contextLength
      notes.append("(longer than its context of \(context) tokens: the beginning was not read)")
    }
    return notes
  }
}
