// What is said of one visible probe: a line with its points, and below it why it did not pass.
import Rendering

struct ProbePicture {
  let probe: ProbeVerdict
  /// The submission, for the line where it stopped.
  let source: SourceExcerpt?
  /// Whether the same mistake, or the same stop at the same line, is told of above already: this time in short.
  let isRepeated: Bool
  let options: TextOptions

  private static let indent = 6
  private static let mostCodeLines = 8

  var lines: [StyledLine] {
    var lines = [
      Self.head(
        probe.status, options.oneLine(probe.name), earned: probe.earned, points: probe.points, options: options)
    ]
    if probe.status != .passed { lines += PictureLayout.indented(body, by: Self.indent) }
    return lines
  }

  /// A sign, what it is about, and points at the right; in words a sentence.
  static func head(
    _ status: ProbeVerdict.Status, _ text: String, earned: Int, points: Int, options: TextOptions
  ) -> StyledLine {
    if options.plain {
      let word = word(status)
      return StyledLine("\(word)\(text), \(earned) of \(ValueText.counted(points, "point")).")
    }
    let score = "\(earned)/\(points)"
    let room = options.width - score.displayWidth - 2
    var line = StyledLine("  ")
    line.append(sign(status, options) + " ", style(status))
    line.append(text, status == .failed ? PictureStyle.name : TextStyle())
    line = line.truncated(to: room, ellipsis: options.ellipsis).padded(to: room + 2)
    line.append(score, status == .failed ? style(status) : PictureStyle.quiet)
    return line
  }

  private static func sign(_ status: ProbeVerdict.Status, _ options: TextOptions) -> String {
    switch status {
    case .passed: options.ascii ? "ok" : "✓"
    case .failed: options.ascii ? "x " : "✗"
    case .notRun: options.ascii ? "- " : "–"
    case .couldNotCheck: options.ascii ? "? " : "?"
    }
  }

  /// What the sign says, before the text.
  private static func word(_ status: ProbeVerdict.Status) -> String {
    switch status {
    case .passed: "Passed: "
    case .failed: "Failed: "
    case .notRun: "Not run: "
    case .couldNotCheck: "Could not be checked: "
    }
  }

  private static func style(_ status: ProbeVerdict.Status) -> TextStyle {
    switch status {
    case .passed: PictureStyle.expected
    case .failed: PictureStyle.failure
    case .notRun: PictureStyle.quiet
    case .couldNotCheck: PictureStyle.warning
    }
  }

  // MARK: Below

  private var inner: TextOptions {
    var inner = options
    inner.width = max(TextOptions.minimumWidth, options.width - Self.indent)
    return inner
  }

  private var body: [StyledLine] {
    let message = probe.message
    if probe.status != .failed { return Self.paragraph(message, PictureStyle.quiet, inner) }
    var lines = code
    if isRepeated { lines += Self.paragraph("the same as above", PictureStyle.quiet, inner) }
    if probe.mistake != nil {
      if !isRepeated { lines += Self.setOff(message, inner) }
      // The message is about the mistake, so what differs is not in it.
      lines +=
        probe.difference.map { DifferenceText.lines(for: $0) }.map {
          Self.paragraph($0.joined(separator: "\n"), TextStyle(), inner)
        } ?? []
    } else if !isRepeated {
      lines += Self.paragraph(message, TextStyle(), inner)
      if let source, let line = probe.line {
        lines += CodePicture.lines(for: source.line, firstLine: line, options: inner)
      }
    }
    if !isRepeated, let picture = probe.difference.map({ DifferencePicture($0, options: inner).lines }),
      !picture.isEmpty
    {
      lines += [StyledLine()] + picture
    }
    lines += printed
    return lines + [StyledLine()]
  }

  /// What the probe asks.
  private var code: [StyledLine] {
    guard let code = probe.code else { return [] }
    let lines = CodePicture.lines(for: code, options: inner)
    if lines.count <= Self.mostCodeLines { return lines }
    return lines.prefix(Self.mostCodeLines - 1) + [StyledLine(inner.ellipsis, PictureStyle.quiet)]
  }

  private var printed: [StyledLine] {
    guard let printed = probe.printed, !printed.isEmpty else { return [] }
    return [StyledLine("it printed", PictureStyle.quiet)]
      + inner.lines(of: printed).flatMap { $0.folded(to: inner.width - 2) }.map { StyledLine("  " + $0) }
  }

  /// Lines of text, wrapped between words.
  static func paragraph(_ text: String, _ style: TextStyle, _ options: TextOptions) -> [StyledLine] {
    text.isEmpty
      ? [] : options.lines(of: text).flatMap { StyledLine($0, style).wrapped(to: options.width) }
  }

  /// A sentence that is to be seen first, with a bar before it.
  static func setOff(_ text: String, _ options: TextOptions) -> [StyledLine] {
    var narrow = options
    narrow.width = max(TextOptions.minimumWidth, options.width - 2)
    if options.plain { return paragraph(text, PictureStyle.name, options) }
    let bar = StyledLine(options.ascii ? "| " : "▌ ", PictureStyle.accent)
    return paragraph(text, PictureStyle.name, narrow).map { bar + $0 }
  }
}
