// A lesson in which one step says something else, before anything is written to its file.

extension Lesson {
  /// - Parameter index: of the step, from 0.
  public func replacingSource(ofStep index: Int, with text: String) -> Lesson {
    var lesson = self
    lesson.steps[index].source = steps[index].source.replaced(with: text)
    return lesson
  }
}
