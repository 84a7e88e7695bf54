// Lessons and trees without their places in a file, to compare what they say.

extension MarkdownNode {
  /// The tree with no ranges.
  public var withoutPositions: MarkdownNode { MarkdownNode(kind, children: children.map(\.withoutPositions)) }
}

extension Lesson {
  /// The lesson with every place in its own file set to 1:1; places in included files stay.
  public var withoutPositions: Lesson {
    let nowhere = SourceRange(start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))
    var lesson = self
    lesson.document = document.withoutPositions
    for index in steps.indices {
      lesson.steps[index].range = nowhere
      guard steps[index].include == nil else { continue }
      lesson.steps[index].source.firstLine = 1
      lesson.steps[index].source.columnOffsets = steps[index].source.columnOffsets.map { _ in 0 }
    }
    for index in expectations.indices {
      lesson.expectations[index].range = nowhere
      lesson.expectations[index].contentLines = 1..<1 + expectations[index].contentLines.count
      lesson.expectations[index].linePrefix = ""
    }
    for index in quizzes.indices { lesson.quizzes[index].range = nowhere }
    for index in notes.indices { lesson.notes[index].range = nowhere }
    return lesson
  }
}
