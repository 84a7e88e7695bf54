// A sitting of one voter: pairs of answers one after the other, each vote on the disk before the next is shown.
import Evaluation
import LessonDocuments
import Rendering
import TextEditing

final class ArenaVoting {
  private let matches: [ArenaMatch]
  private let file: String
  private let judge: String
  private let drawing: DrawingOptions
  private var cast = 0

  init(matches: [ArenaMatch], file: String, judge: String, drawing: DrawingOptions) {
    (self.matches, self.file, self.judge, self.drawing) = (matches, file, judge, drawing)
  }

  private enum Choice { case first, second, tie, skip, quit, interrupted }

  /// Of a prompt with examples before it only the end is shown.
  private static let mostPromptLines = 8

  /// - Parameter equal: how many pairs are the same word for word, and are not asked about.
  func begin(equal: Int) {
    if matches.isEmpty { return write([StyledLine("Nothing is left to vote on. \(next)")]) }
    if equal > 0 {
      let what = equal == 1 ? "pair of answers is" : "pairs of answers are"
      write([StyledLine("\(equal) \(what) the same word for word, and left out.", TextStyle(dim: true))])
    }
  }

  func askByKeys(_ interrupt: Interrupt) throws {
    guard !matches.isEmpty else { return }
    let keys = KeyReader(interrupt: interrupt)
    let offers = [
      KeyOffer(key: "1", does: "first is better", short: "first", rank: 0),
      KeyOffer(key: "2", does: "second is better", short: "second", rank: 0),
      KeyOffer(key: "t", does: "tie", rank: 0), KeyOffer(key: "s", does: "skip", rank: 1),
      KeyOffer(key: "q", does: "quit", rank: 1),
    ]
    for (place, match) in matches.enumerated() {
      show(match, place)
      let choice = OfferPrompt(keys: keys, drawing: drawing).ask("", offers) { key -> Choice? in
        switch key {
        case .character("1"), .left: .first
        case .character("2"), .right: .second
        case .character("t"), .character("T"), .character("="): .tie
        case .character("s"), .character("S"): .skip
        case .character("q"), .character("Q"), .escape, .endOfInput: .quit
        case .interrupt: .interrupted
        default: nil
        }
      }
      if choice == .interrupted { throw CancellationError() }
      if choice == .quit { break }
      try take(choice, match)
    }
    end()
  }

  /// Choices as lines: 1, 2, t, s, q. The end of the input ends the sitting.
  func readChoices() throws {
    var line = 0
    for (place, match) in matches.enumerated() {
      show(match, place)
      guard let text = readLine() else { break }
      line += 1
      switch text.filter({ !$0.isWhitespace }).lowercased() {
      case "1": try take(.first, match)
      case "2": try take(.second, match)
      case "t", "=", "tie": try take(.tie, match)
      case "s", "": continue
      case "q": return end()
      default:
        end()
        throw UsageFailure(
          "line \(line) of the choices is \(text.quoted); it is 1, 2, t for a tie, s to skip, or q to stop")
      }
    }
    end()
  }

  private func take(_ choice: Choice, _ match: ArenaMatch) throws {
    let winner: ArenaVote.Winner
    switch choice {
    case .first: winner = .a
    case .second: winner = .b
    case .tie: winner = .tie
    case .skip, .quit, .interrupted: return
    }
    let vote = ArenaVote(a: match.a, b: match.b, winner: winner, judge: judge, prompt: match.prompt)
    do { try ArenaLog.append(vote, to: file) } catch {
      throw WorkFailed("\(error). The last vote was not kept")
    }
    cast += 1
    let words = winner == .a ? "the first" : winner == .b ? "the second" : "a tie"
    write([StyledLine("  \(words)", TextStyle(bold: true)), StyledLine()])
  }

  private func show(_ match: ArenaMatch, _ place: Int) {
    let options = drawing.text()
    let facts = "\(place + 1) of \(matches.count)"
    let dash = options.ascii ? "-" : "─"
    let rule =
      options.plain
      ? StyledLine(facts + ".")
      : StyledLine("\(dash)\(dash) \(facts) " + String(repeating: dash, count: max(0, options.width - facts.count - 4)))
    var lines = match.prompt.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.count > Self.mostPromptLines {
      lines = [options.ellipsis] + lines.suffix(Self.mostPromptLines - 1)
    }
    let prompt = lines.flatMap { line in
      StyledLine("  " + options.oneLine(line), TextStyle(dim: true)).wrapped(to: options.width, indent: 2)
    }
    func answer(_ number: String, _ text: String) -> [StyledLine] {
      (StyledLine("\(number)  ", TextStyle(bold: true)) + StyledLine(text.isEmpty ? "(nothing)" : options.oneLine(text)))
        .wrapped(to: options.width, indent: 3)
    }
    write([rule] + prompt + answer("1", match.first) + answer("2", match.second) + [StyledLine()])
  }

  private var next: String { "lectern eval arena \(file.harmless) ranks the models." }

  private func end() {
    guard !matches.isEmpty else { return }
    write([StyledLine("\(cast) vote\(cast == 1 ? "" : "s") added to \(file.harmless). \(next)")])
  }

  private func write(_ lines: [StyledLine]) {
    let options = drawing.text()
    StandardOutput.write(lines.flatMap { $0.wrapped(to: options.width) }.encoded(options))
  }
}
