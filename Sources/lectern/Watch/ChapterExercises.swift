// The exercises around one of a course: how the learner stands with those of its chapter, and which comes next.
import Grading
import Learning
import LessonDocuments
import Rendering

struct ChapterExercises {
  private let exercise: Exercise
  private let all: [Exercise]
  private let progress: [String: ExerciseProgress]

  /// nil if the course cannot be read.
  init?(of exercise: Exercise) {
    guard let course = try? Course.containing(exercise.root), let catalogue = try? ExerciseCatalogue(of: course)
    else { return nil }
    self.exercise = exercise
    all = catalogue.exercises
    progress = LearnerProgress.of(course: exercise.root).exercises
  }

  private func progress(of exercise: Exercise) -> ExerciseProgress { progress[exercise.id] ?? ExerciseProgress() }

  /// The next one, around from the last to the first, that has not been passed and needs none that has not been passed
  /// either; nil if there is none but this.
  var next: Exercise? {
    let passed = Set(all.filter { progress(of: $0).isPassed }.map(\.id))
    let place = all.firstIndex { $0.id == exercise.id } ?? 0
    return (all.dropFirst(place + 1) + all.prefix(place)).first { candidate in
      !passed.contains(candidate.id) && candidate.needs.allSatisfy { passed.contains($0) }
    }
  }

  func lines(_ options: TextOptions) -> [StyledLine] {
    let folder = exercise.path.prefix { $0 != "/" }
    let chapter = all.filter { $0.path.hasPrefix("\(folder)/") }
    let width = min(chapter.map { options.oneLine($0.id).displayWidth }.max() ?? 0, max(8, options.width - 24))
    return [StyledLine(options.oneLine(NumberedName(folder).title), PictureStyle.name)]
      + chapter.map { row($0, width: width) }.fitted(options)
  }

  private func row(_ other: Exercise, width: Int) -> StyledLine {
    let isThis = other.id == exercise.id
    let progress = progress(of: other)
    var line = StyledLine(isThis ? "> " : "  ", PictureStyle.name)
    line =
      line
      + StyledLine(other.id, isThis ? PictureStyle.name : TextStyle()).truncated(to: width, ellipsis: "")
      .padded(to: width)
    let marks = "\(progress.attempts == 0 ? "-" : "\(progress.earned)")/\(other.points)"
    line.append("  " + marks.padded(to: 5, .right) + "  ")
    let (word, style) =
      progress.isPassed
      ? ("passed ", PictureStyle.expected)
      : progress.isStarted ? ("started", TextStyle()) : ("new    ", PictureStyle.quiet)
    line.append(word, style)
    line.append("  " + other.title)
    return line
  }
}
