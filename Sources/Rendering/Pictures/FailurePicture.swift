// Why a step failed: place, reason, sentence, and the source with a caret where the place is known.
import StepRecords

public enum FailurePicture {
  /// - Parameters:
  ///   - line: of the lesson, from 1, or of `failure.file`.
  ///   - lesson: path of the lesson, for the place; nil if it is plain.
  ///   - step: the step's name.
  public static func lines(
    for failure: FailureRecord, line: Int?, lesson: String? = nil, step: String? = nil, excerpt: SourceExcerpt? = nil,
    options: TextOptions
  ) -> [StyledLine] {
    if options.plain {
      return FailureWords.lines(
        for: failure, line: line, lesson: lesson, step: step, excerpt: excerpt, options: options)
    }
    let place = StyledLine(shortened(options.oneLine(place(failure, line, lesson)), options), PictureStyle.name)
    let subject = step.map { "step \"\(options.oneLine($0))\" " } ?? ""
    let happened = StyledLine(subject + reason(failure.reason), PictureStyle.failure)
    var lines =
      happened.displayWidth + 2 <= options.width
      ? PictureLayout.flow([place, happened], options: options)
      : (place.spans.isEmpty ? [] : [place]) + happened.wrapped(to: options.width, indent: 2)

    var message = options.lines(of: failure.message)
    if let excerpt {
      lines += CaretPicture(excerpt, options: options).lines(message: message.first ?? "")
      message.removeFirst(min(1, message.count))
    }
    lines += message.flatMap {
      PictureLayout.indented(StyledLine($0, style(of: $0, failure)).wrapped(to: options.width - 4, indent: 2), by: 4)
    }
    return lines.fitted(options)
  }

  /// A place in a narrow window: its end, which has the line, is what matters.
  private static func shortened(_ place: String, _ options: TextOptions) -> String {
    let excess = place.displayWidth - options.width
    guard excess > 0 else { return place }
    let cut = place.prefix(columns: excess + options.ellipsis.displayWidth)
    return options.ellipsis + place.dropFirst(cut.count)
  }

  /// Lines of a difference stand out; their first character says the same without colours.
  private static func style(of line: String, _ failure: FailureRecord) -> TextStyle {
    guard failure.reason == .mismatch else { return TextStyle() }
    return line.hasPrefix("- ") ? PictureStyle.expected : line.hasPrefix("+ ") ? PictureStyle.printed : TextStyle()
  }

  static func place(_ failure: FailureRecord, _ line: Int?, _ lesson: String?) -> String {
    let file = failure.file ?? lesson
    guard let line else { return file ?? "" }
    let position = failure.column.map { "\(line):\($0)" } ?? "\(line)"
    return file.map { "\($0):\(position)" } ?? "line \(position)"
  }

  static func reason(_ reason: FailureRecord.Reason) -> String {
    switch reason {
    case .compileError: "did not compile"
    case .thrown: "threw an error"
    case .trapped: "stopped itself"
    case .timedOut: "took too long"
    case .killed: "was ended"
    case .mismatch: "printed something else than expected"
    }
  }
}

/// A line of source with a caret under one of its characters.
package struct CaretPicture {
  private let source: String
  /// Columns of source before the caret; nil without a caret.
  private let caret: Int?
  private let options: TextOptions
  private static let indent = 4

  /// The indentation of the source is taken off; a long line is cut so that the caret stays in sight.
  package init(_ excerpt: SourceExcerpt, options: TextOptions) {
    self.options = options
    let line = excerpt.line
    let bytes = line.utf8
    var before: String?
    if let column = excerpt.column, column >= 1, column - 1 <= bytes.count {
      before = String(decoding: bytes.prefix(column - 1), as: UTF8.self)
    }
    let whole = Self.shown(line, options)
    let leading = whole.prefix { $0 == " " }.count
    var text = String(whole.dropFirst(leading))
    var columns = before.map { max(0, Self.shown($0, options).displayWidth - leading) }
    let room = options.width - Self.indent
    if let place = columns, place >= room {
      let skipped = text.prefix(columns: place - room / 2)
      text = options.ellipsis + text.dropFirst(skipped.count)
      columns = place - skipped.displayWidth + options.ellipsis.displayWidth
    }
    source = text.truncated(to: room, ellipsis: options.ellipsis)
    caret = columns
  }

  private static func shown(_ text: String, _ options: TextOptions) -> String {
    options.oneLine(text.expandingTabs())
  }

  package func lines(message: String) -> [StyledLine] {
    let indent = String(repeating: " ", count: Self.indent)
    let first = StyledLine(indent + source)
    guard let caret else {
      return [first] + PictureLayout.indented(StyledLine(message).wrapped(to: options.width - 4), by: Self.indent)
    }
    var pointer = StyledLine(indent + String(repeating: " ", count: caret))
    pointer.append("^", PictureStyle.failure)
    let room = options.width - pointer.displayWidth - 1
    if message.displayWidth <= room {
      if !message.isEmpty { pointer.append(" " + message) }
      return [first, pointer]
    }
    return [first, pointer]
      + PictureLayout.indented(StyledLine(message).wrapped(to: options.width - 4), by: Self.indent)
  }
}
