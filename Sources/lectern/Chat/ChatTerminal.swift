// A chat at a terminal: lines are typed, answers appear as they are written, and Ctrl-C stops one.
import Experiments
import Foundation
import Rendering
import TextEditing

final class ChatTerminal {
  private var session: ChatSession
  private let partners: [ChatPartner]
  private let drawing: DrawingOptions
  private let keys: KeyReader
  private let history = LineHistory()
  private var redrawn = RedrawnLines()
  private var nextDraw = ContinuousClock.now
  /// What was typed while an answer was written.
  private var typedAhead = ""
  private var isTerminalGone = false

  private static let pause = Duration.milliseconds(50)

  init(_ session: ChatSession, drawing: DrawingOptions, interrupt: Interrupt) {
    self.session = session
    partners = session.partners
    self.drawing = drawing
    keys = KeyReader(interrupt: interrupt)
  }

  func run() throws {
    write(ChatPicture(options: options).heading(session))
    var wasInterrupted = false
    while !isTerminalGone {
      let typed = typedAhead
      typedAhead = ""
      let prompt = LinePrompt(keys: keys, drawing: drawing)
      switch prompt.ask(ChatPicture.prompt, history: history, completions: ChatInput.names, text: typed) {
      case .end: return
      case .cancelled: wasInterrupted = false
      case .interrupted:
        if keys.isInterrupted || wasInterrupted { throw CancellationError() }
        wasInterrupted = true
        tell(["Ctrl-C again, Ctrl-D or /quit ends the chat."])
      case .text(let line):
        wasInterrupted = false
        let input = ChatInput(line)
        if input == .quit { return }
        try perform(input, line)
      }
    }
  }

  private func perform(_ input: ChatInput, _ line: String) throws {
    switch session.take(input) {
    case .nothing, .quit: return
    case .told(let sentences):
      say(line)
      tell(sentences)
    case .mistaken(let sentence):
      say(line)
      write(StyledLine(drawing.text().oneLine(sentence), StepDrawing.marked).wrapped(to: options.width))
    case .asked(let prompt, let seed):
      say(prompt)
      try answer(prompt, seed: seed)
    }
    write([StyledLine()])
  }

  /// Answers are drawn in their place while they grow, as long as they fit in the window.
  private func answer(_ prompt: String, seed: Int?) throws {
    let isDrawn = !drawing.plain && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    let answers = try keys.withoutSignals {
      try session.reply(to: prompt, seed: seed) { answers in
        if isDrawn { draw(answers) }
        try lookAtKeys()
      }
    }
    if keys.isInterrupted { throw CancellationError() }
    let lines = ChatPicture(options: options).answers(answers, of: partners, isDone: true)
    StandardOutput.write(
      isDrawn ? redrawn.settle(lines, columns: columns, options: options) : lines.encoded(options))
  }

  private func draw(_ answers: [ChatSession.Answer]) {
    guard ContinuousClock.now >= nextDraw else { return }
    let lines = ChatPicture(options: options).answers(answers, of: partners, isDone: false)
    // What has left the window cannot be drawn over: the whole is shown at the end.
    let shown = lines.count < (Terminal.size?.rows ?? 24) ? lines : [StyledLine(options.ellipsis)]
    if let text = redrawn.draw(shown, columns: columns, options: options) { StandardOutput.write(text) }
    nextDraw = .now + Self.pause
  }

  /// Ctrl-C and Escape stop an answer; what is typed belongs to the next line.
  private func lookAtKeys() throws {
    while let key = keys.next(timeout: 0) {
      switch key {
      case .interrupt, .escape: throw AnswerStopped()
      case .endOfInput:
        isTerminalGone = true
        throw AnswerStopped()
      case .character(let character): typedAhead.append(character)
      case .pasted(let text): typedAhead += text
      case .backspace: _ = typedAhead.popLast()
      default: break
      }
    }
  }

  // MARK: Writing

  private var columns: Int { Terminal.size?.columns ?? 80 }

  /// The last column stays free: some terminals go to the next line there, and some do not.
  private var options: TextOptions {
    var options = drawing.text()
    options.width = max(TextOptions.minimumWidth, min(options.width, columns - 1))
    return options
  }

  /// With `--plain` what was typed is still there.
  private func say(_ line: String) { if !drawing.plain { write(ChatPicture(options: options).said(line)) } }

  private func tell(_ sentences: [String]) {
    let options = options
    write(
      sentences.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }.flatMap {
        StyledLine(options.oneLine(String($0)), StepDrawing.quiet).wrapped(to: options.width, indent: 2)
      })
  }

  private func write(_ lines: [StyledLine]) { StandardOutput.write(lines.encoded(drawing.text())) }
}
