// A lesson as its file says, and over it what the reader changed and has not written down. A pure value.
import LessonDocuments

struct LessonEdits {
  /// As the file says.
  private(set) var base: Lesson
  /// By the steps' names. An edit of a step that is gone waits until the step is back.
  private var edits: [String: Edit] = [:]

  private struct Edit {
    var text: String
    /// What the file said when the edit was begun.
    var original: String
  }

  init(_ lesson: Lesson) { base = lesson }

  /// The steps that say something else than the file, as indices.
  var editedSteps: [Int] { base.steps.indices.filter { edits[base.steps[$0].name] != nil } }

  func isEdited(_ index: Int) -> Bool { edits[base.steps[index].name] != nil }

  /// What is read.
  var lesson: Lesson {
    editedSteps.reduce(base) { lesson, index in
      lesson.replacingSource(ofStep: index, with: edits[base.steps[index].name]?.text ?? "")
    }
  }

  /// What is run. An edited step is not held to what its author expects of the original, and from there on nothing has
  /// to print what the original leads to.
  var runnable: Lesson {
    var lesson = lesson
    for index in editedSteps { lesson.steps[index].expectation = .success }
    if let first = editedSteps.first { lesson.expectations.removeAll { $0.step > first } }
    return lesson
  }

  /// - Returns: whether the step says something else now.
  mutating func edit(_ index: Int, to text: String) -> Bool {
    let step = base.steps[index]
    // A step's source has no newline behind its last line; editors put one there.
    let text = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let before = edits[step.name]?.text ?? step.source.text
    edits[step.name] =
      text == step.source.text ? nil : Edit(text: text, original: edits[step.name]?.original ?? step.source.text)
    return text != before
  }

  mutating func restore(_ index: Int) { edits[base.steps[index].name] = nil }

  /// Takes in what the file says now; edits stay, and one that the file agrees with is none any more.
  ///
  /// - Returns: the names of edited steps that the file changed too.
  mutating func take(_ lesson: Lesson) -> [String] {
    base = lesson
    var contested: [String] = []
    for step in lesson.steps {
      guard let edit = edits[step.name], edit.original != step.source.text else { continue }
      if edit.text == step.source.text {
        edits[step.name] = nil
      } else {
        contested.append(step.name)
        edits[step.name]?.original = step.source.text
      }
    }
    return contested
  }
}
