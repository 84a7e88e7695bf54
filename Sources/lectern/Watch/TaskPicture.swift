// The task of an exercise on the terminal: its first paragraphs, or all of it.
import Grading
import LessonDocuments
import Rendering

struct TaskPicture {
  private let exercise: Exercise
  private let options: TextOptions

  init(_ exercise: Exercise, _ options: TextOptions) { (self.exercise, self.options) = (exercise, options) }

  var whole: [StyledLine] { ProsePicture.lines(for: exercise.task.document, options: options) }

  /// What the exercise is called and counts, and where the learner's file is; then as much of the task as fits into so
  /// many rows, one paragraph at least.
  func beginning(rows: Int) -> [StyledLine] {
    // The first heading says what the head says.
    let blocks = exercise.task.document.children.drop { if case .heading = $0.kind { true } else { false } }
    var lines: [StyledLine] = []
    var shown = 0
    for block in blocks {
      let paragraph = ProsePicture.lines(for: block, options: options)
      guard lines.isEmpty || lines.count + paragraph.count < rows else { break }
      if !paragraph.isEmpty { lines += [StyledLine()] + paragraph }
      shown += 1
    }
    let rest =
      shown < blocks.count ? [StyledLine(), StyledLine("t shows the rest of the task.", PictureStyle.quiet)] : []
    return head + lines + rest
  }

  private var head: [StyledLine] {
    let points = "\(exercise.points) point\(exercise.points == 1 ? "" : "s")"
    return PictureLayout.flow(
      [
        StyledLine(options.oneLine(exercise.title), PictureStyle.name), StyledLine(points, PictureStyle.quiet),
        StyledLine(options.oneLine("Exercises/\(exercise.path)/\(exercise.fileName)"), PictureStyle.quiet),
      ], options: options)
  }
}
