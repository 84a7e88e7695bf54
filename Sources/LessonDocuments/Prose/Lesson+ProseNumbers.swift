// Puts the values of steps into prose, and tells which cannot be put there. Code stays as it is.

extension MarkdownNode {
  /// The tree with every `{{step.name}}` in its prose replaced; what has no value stays as it is written.
  public func replacingProseNumbers(_ value: (_ step: String, _ name: String) -> ProseValue?) -> MarkdownNode {
    var result = self
    if case .text(let text) = kind {
      result.kind = .text(
        ProseNumber.pieces(of: text).map { piece in
          switch piece {
          case .text(let text), .malformed(let text, _): String(text)
          case .number(let number, let written): value(number.step, number.name).map(number.text) ?? String(written)
          }
        }.joined())
    }
    for index in children.indices { result.children[index] = children[index].replacingProseNumbers(value) }
    return result
  }

  /// All braces in the prose, with the lines they stand on.
  fileprivate func proseNumbers(line: Int?) -> [(line: Int?, piece: ProseNumber.Piece)] {
    // The few inlines of unknown place stand somewhere in the block around them.
    let line = range?.start.line ?? line
    guard case .text(let text) = kind else { return children.flatMap { $0.proseNumbers(line: line) } }
    return ProseNumber.pieces(of: text).map { (line, $0) }
  }
}

extension Lesson {
  /// The lesson with every `{{step.name}}` in its prose replaced, and a warning for each that has no value. What is
  /// wrong without any values has been a warning of the reader's.
  public func replacingProseNumbers(
    _ value: (_ step: String, _ name: String) -> ProseValue?
  ) -> (Lesson, [LessonWarning]) {
    var lesson = self
    lesson.document = document.replacingProseNumbers(value)
    lesson.title = Lesson.title(frontMatter, lesson.document, path: path)
    let warnings = document.proseNumbers(line: nil).compactMap { line, piece -> LessonWarning? in
      guard case .number(let number, _) = piece, steps.contains(where: { $0.name == number.step }) else { return nil }
      switch value(number.step, number.name) {
      case nil:
        let message = "the step \(number.step.quoted) has shown no value named \(number.name.quoted)"
        return LessonWarning(path: path, line: line, message: message)
      case .text(let text)? where number.format != nil:
        let message = "\(number.name.quoted) is \(text.quoted), which is no number and takes no format"
        return LessonWarning(path: path, line: line, message: message)
      default: return nil
      }
    }
    return (lesson, warnings)
  }

  /// What is wrong with prose numbers before any step has run.
  var proseNumberWarnings: [LessonWarning] {
    document.proseNumbers(line: nil).compactMap { line, piece in
      switch piece {
      case .text: return nil
      case .malformed(_, let problem): return LessonWarning(path: path, line: line, message: problem)
      case .number(let number, _):
        if steps.contains(where: { $0.name == number.step }) { return nil }
        let nearest =
          NearestName.of(number.step, among: steps.map(\.name)).map { "; the nearest is \($0.quoted)" } ?? ""
        return LessonWarning(path: path, line: line, message: "no step is named \(number.step.quoted)\(nearest)")
      }
    }
  }
}
