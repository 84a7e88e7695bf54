// A failure in words: the place and what happened, the line of source read out, the difference line by line.
import StepRecords

enum FailureWords {
  static func lines(
    for failure: FailureRecord, line: Int?, lesson: String? = nil, step: String? = nil, excerpt: SourceExcerpt? = nil,
    options: TextOptions
  ) -> [StyledLine] {
    let place = place(failure, line, lesson, options)
    let subject = step.map { "step '\(options.oneLine($0))' " } ?? "the step "
    let happened = subject + FailurePicture.reason(failure.reason) + "."
    var sentences = [
      place.isEmpty ? happened.prefix(1).uppercased() + happened.dropFirst() : "\(place): \(happened)"
    ]
    if let excerpt { sentences += source(excerpt, options) }
    let isMismatch = failure.reason == .mismatch
    let message = options.lines(of: isMismatch ? withoutKey(failure.message) : failure.message)
    sentences += message.enumerated().map { index, line in
      isMismatch && index > 0 ? difference(line) : line
    }
    return RecordDescription.lines(sentences, options)
  }

  private static func place(
    _ failure: FailureRecord, _ line: Int?, _ lesson: String?, _ options: TextOptions
  ) -> String {
    var words = (failure.file ?? lesson).map { ["In \(options.oneLine($0))"] } ?? []
    if let line { words.append(words.isEmpty ? "Line \(line)" : "line \(line)") }
    if line != nil, let column = failure.column { words.append("column \(column)") }
    return words.joined(separator: ", ")
  }

  /// The line, and from where on it is meant.
  private static func source(_ excerpt: SourceExcerpt, _ options: TextOptions) -> [String] {
    func trimmed(_ text: String) -> String {
      let safe = options.oneLine(text)
      return String(safe.drop(while: \.isWhitespace))
    }
    let whole = trimmed(excerpt.line)
    guard !whole.isEmpty else { return [] }
    var sentences = ["The line is: \(whole)"]
    if let column = excerpt.column, column > 1, column <= excerpt.line.utf8.count {
      let rest = trimmed(String(decoding: excerpt.line.utf8.dropFirst(column - 1), as: UTF8.self))
      if !rest.isEmpty, rest != whole { sentences.append("It is about: \(rest)") }
    }
    return sentences
  }

  /// The message of a mismatch without the key to its signs.
  private static func withoutKey(_ message: String) -> String {
    message.replacing(" (- expected, + printed)", with: "")
  }

  private static func difference(_ line: String) -> String {
    if line.hasPrefix("- ") { return "Expected: " + line.dropFirst(2) }
    if line.hasPrefix("+ ") { return "Printed: " + line.dropFirst(2) }
    return line.hasPrefix("  ") ? "In both: " + line.dropFirst(2) : line
  }
}
