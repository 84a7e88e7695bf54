// What the reader said a step would show, beside what it shows.

public enum GuessPicture {
  public enum Verdict: Equatable, Sendable {
    case right
    /// `(guess - answer) / |answer|`
    case close(relativeError: Double)
    case wrong
    /// The output does not decide it.
    case open
  }

  /// - Parameter answer: what the step shows, in short; empty if there is nothing to say it with.
  public static func lines(
    guess: String, verdict: Verdict, answer: String, options: TextOptions
  ) -> [StyledLine] {
    let (said, shown) = (options.oneLine(guess), options.oneLine(answer))
    if options.plain { return sentence(said, verdict, shown, options) }
    let mark = StyledLine(sign(verdict, options) + " ", style(verdict))
    var left = StyledLine("You said ", PictureStyle.quiet)
    left.append(said, PictureStyle.name)
    if case .close(let error) = verdict { left.append(", \(distance(error, options))", PictureStyle.quiet) }
    let right = shownLine(verdict, shown)
    let whole = mark + left + StyledLine(options.ascii ? "; " : " · ", PictureStyle.quiet) + right
    if whole.displayWidth <= options.width { return [whole] }
    let indent = mark.displayWidth
    let rest = StyledLine(String(repeating: " ", count: indent)) + right
    return [mark + left, rest].flatMap { $0.wrapped(to: options.width, indent: indent + 2) }.fitted(options)
  }

  private static func shownLine(_ verdict: Verdict, _ shown: String) -> StyledLine {
    if shown.isEmpty { return StyledLine("compare it with what is shown", PictureStyle.quiet) }
    var line = StyledLine(verdict == .open ? "it shows " : "it is ", PictureStyle.quiet)
    // Of a wrong guess too: this is what holds.
    let color = verdict == .open ? nil : PictureStyle.expected.foreground
    line.append(shown, TextStyle(foreground: color, bold: true))
    return line
  }

  private static func sentence(
    _ said: String, _ verdict: Verdict, _ shown: String, _ options: TextOptions
  ) -> [StyledLine] {
    let verdictText =
      switch verdict {
      case .right: "Your guess was right. "
      case .close(let error): "Your guess was close, \(distance(error, options)). "
      case .wrong: "Your guess was not right. "
      case .open: ""
      }
    let shownText =
      shown.isEmpty ? "Compare it with what is shown." : verdict == .open ? "It shows \(shown)." : "It is \(shown)."
    return StyledLine("\(verdictText)You said \(said). \(shownText)").wrapped(to: options.width)
  }

  private static func distance(_ error: Double, _ options: TextOptions) -> String {
    "\(NumberText(options).percent(abs(error))) too \(error < 0 ? "low" : "high")"
  }

  private static func sign(_ verdict: Verdict, _ options: TextOptions) -> String {
    switch verdict {
    case .right: options.ascii ? "=" : "✓"
    case .close: options.ascii ? "~" : "≈"
    case .wrong: options.ascii ? "!=" : "≠"
    case .open: "?"
    }
  }

  private static func style(_ verdict: Verdict) -> TextStyle {
    switch verdict {
    case .right, .close: PictureStyle.expected
    case .wrong: PictureStyle.warning
    case .open: PictureStyle.quiet
    }
  }
}
