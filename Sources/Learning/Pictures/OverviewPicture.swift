// Where the learner stands, on one screen: a row for each chapter, and one thing to do next.
import Grading
import LessonDocuments
import Rendering

public enum OverviewPicture {
  /// Text is no wider than is good to read.
  private static let widestText = 76

  public static func lines(for standing: CourseStanding, options: TextOptions) -> [StyledLine] {
    var lines = heading(standing, options) + [StyledLine()]
    let chapters = ChapterTable(standing, options).lines
    if !chapters.isEmpty { lines += chapters + [StyledLine()] }
    return (lines + next(standing, options) + [StyledLine()] + commands(standing, options)).fitted(options)
  }

  // MARK: Heading

  private static func heading(_ standing: CourseStanding, _ options: TextOptions) -> [StyledLine] {
    if standing.next == .nothing {
      return say("This course is empty so far.", options, PictureStyle.name)
        + say("Make its first lesson: lectern new lesson \"A title\"", options)
    }
    if standing.isNew {
      return say("Welcome to Lectern.", options, PictureStyle.name)
        + say(
          "A lesson is a text with code in it that runs in front of you: read, press Enter, look at what it shows, "
            + "change it and see what becomes of it. What you do is remembered.", options)
    }
    if standing.next == .allDone {
      let points = standing.exercises.reduce(0) { $0 + $1.exercise.points }
      let lessons = NumberText(options).counted(standing.lessonCount.total, "lesson")
      let exercises = NumberText(options).counted(standing.exerciseCount.total, "exercise")
      return say("You have done it all.", options, PictureStyle.name)
        + say(
          standing.exerciseCount.total == 0
            ? "\(lessons), every step of them."
            : "\(lessons), every step of them, and \(exercises) for \(points) points.",
          options)
    }
    return say("Where you stand", options, PictureStyle.name)
  }

  // MARK: Next

  private static func next(_ standing: CourseStanding, _ options: TextOptions) -> [StyledLine] {
    let next = standing.next
    var lines: [StyledLine] = []
    if let command = next.command {
      let label = standing.isNew ? "Begin:" : "Next:"
      lines += offer(label, command, about(next, options), options)
    }
    if let besides = standing.exerciseBesides {
      lines += offer("Or:", "lectern watch \(besides.exercise.id)", about(.exercise(besides), options), options)
    }
    return lines
  }

  /// A command to type, and below it what it is for.
  private static func offer(
    _ label: String, _ command: String, _ about: String, _ options: TextOptions
  ) -> [StyledLine] {
    if options.plain { return say("\(label) type \(command). \(about)", options) }
    let indent = 7
    let typed = StyledLine(options.oneLine(command), TextStyle(bold: true))
    let label = StyledLine(label.padded(to: indent), PictureStyle.quiet)
    // What is to be typed is never cut.
    let isNarrow = indent + typed.displayWidth > options.width
    let column = isNarrow ? 0 : indent
    return (isNarrow ? [label, typed] : [label + typed])
      + PictureLayout.indented(
        StyledLine(options.oneLine(about)).wrapped(to: min(options.width - column, widestText)), by: column)
  }

  private static func about(_ next: NextThing, _ options: TextOptions) -> String {
    switch next {
    case .goOn(let lesson):
      let place =
        lesson.place.map { ", at step \($0.step), \($0.number) of \($0.of)" }
        ?? (lesson.steps > 0
          ? ": \(lesson.stepsDone) of \(NumberText(options).counted(lesson.steps, "step")) done" : "")
      return "Go on with \(lesson.name), \"\(lesson.lesson.title)\"\(place)."
    case .lesson(let lesson):
      let minutes = lesson.minutes.map { " About \($0) minutes." } ?? ""
      return sentence(lesson.lesson.title) + minutes
    case .exercise(let standing):
      let exercise = standing.exercise
      let best = standing.progress.attempts > 0 ? ", your best so far is \(standing.progress.earned)" : ""
      return "Exercise \"\(exercise.title)\", \(NumberText(options).counted(exercise.points, "point"))\(best)."
    case .allDone: return "A page with all that you have done, which anyone can check."
    case .nothing: return ""
    }
  }

  private static func sentence(_ title: String) -> String {
    title.last.map { ".?!…".contains($0) } ?? true ? title : title + "."
  }

  private static func commands(_ standing: CourseStanding, _ options: TextOptions) -> [StyledLine] {
    let groups = [("lectern list", "all there is"), ("lectern --help", "all commands")]
    if options.plain { return groups.flatMap { say("\($0.1): \($0.0)", options) } }
    let offers = groups.map { StyledLine("\($0.1): ", PictureStyle.quiet) + StyledLine($0.0) }
    return PictureLayout.flow(offers.flatMap { $0.wrapped(to: options.width) }, indent: 0, options: options)
  }

  private static func say(
    _ text: String, _ options: TextOptions, _ style: TextStyle = TextStyle()
  ) -> [StyledLine] {
    StyledLine(options.oneLine(text), style).wrapped(to: min(options.width, widestText))
  }
}
