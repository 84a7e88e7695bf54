// All lessons and exercises of a course in rows under their chapters, with the state of each. For those who listen, each
// is a sentence.
import Grading
import LessonDocuments
import Rendering

public enum CourseListPicture {
  public static func lines(for standing: CourseStanding, options: TextOptions) -> [StyledLine] {
    let rows = standing.chapters.map { chapter in
      chapter.lessons.map { Row($0, options) } + chapter.exercises.map { Row($0, options) }
    }
    let widths = Widths(rows.flatMap { $0 }, options)
    return zip(standing.chapters, rows).enumerated().flatMap { index, pair in
      let (chapter, rows) = pair
      let number = chapter.number.map { "\($0)  " } ?? ""
      let title = StyledLine(options.oneLine(options.plain ? chapter.title : number + chapter.title), PictureStyle.name)
      return (index == 0 ? [] : [StyledLine()]) + [title.truncated(to: options.width, ellipsis: options.ellipsis)]
        + rows.flatMap { options.plain ? $0.sentence(options) : [$0.line(widths, options)] }
    }
  }
}

/// What is said of one lesson or exercise.
private struct Row {
  var kind: String
  var number = ""
  var name: String
  /// `started 4/9`
  var state: String
  /// For those who listen.
  var spokenState: String
  /// Points of an exercise, questions of a lesson; empty if it has none.
  var score = ""
  var scoreUnit = ""
  var spokenScore = ""
  var style: TextStyle
  var title: String

  init(_ standing: LessonStanding, _ options: TextOptions) {
    kind = "Lesson"
    number = options.oneLine(standing.lesson.number ?? "")
    name = options.oneLine(standing.lesson.slug)
    title = options.oneLine(standing.lesson.title)
    style = Row.style(standing.state)
    let hasCount = standing.state == .started && standing.steps > 0
    state = standing.state.rawValue + (hasCount ? " \(standing.stepsDone)/\(standing.steps)" : "")
    spokenState = standing.state.rawValue + (hasCount ? ", \(standing.stepsDone) of \(standing.steps) steps" : "")
    if standing.questions > 0 {
      let right = standing.questionsRight
      score = "\(right)/\(standing.questions)"
      scoreUnit = "right"
      spokenScore = "\(right) of \(NumberText(options).counted(standing.questions, "question")) right."
    }
  }

  init(_ standing: ExerciseStanding, _ options: TextOptions) {
    kind = "Exercise"
    name = options.oneLine(standing.exercise.id)
    title = options.oneLine(standing.exercise.title)
    style = Row.style(standing.state)
    state = standing.state == .done ? "passed" : standing.state.rawValue
    spokenState = state
    let (points, isTried) = (standing.exercise.points, standing.progress.attempts > 0)
    scoreUnit = "points"
    score = "\(isTried ? "\(standing.progress.earned)" : "-")/\(points)"
    spokenScore =
      isTried
      ? "\(standing.progress.earned) of \(points) points." : NumberText(options).counted(points, "point") + "."
  }

  private static func style(_ state: StandingState) -> TextStyle {
    switch state {
    case .new: PictureStyle.quiet
    case .started: PictureStyle.accent
    case .done: PictureStyle.expected
    }
  }

  func line(_ widths: Widths, _ options: TextOptions) -> StyledLine {
    let name = name.truncated(to: widths.name, ellipsis: options.ellipsis).padded(to: widths.name)
    var line = StyledLine([StyledSpan("  " + number.padded(to: widths.number) + name + "  ")])
    line.append(state.padded(to: widths.state), style)
    if widths.score > 0 { line.append(" " + score.padded(to: widths.score, .right)) }
    if widths.unit > 0 { line.append(" " + scoreUnit.padded(to: widths.unit), PictureStyle.quiet) }
    if widths.hasTitle { line.append("  " + title, PictureStyle.quiet) }
    return line.truncated(to: options.width, ellipsis: options.ellipsis)
  }

  func sentence(_ options: TextOptions) -> [StyledLine] {
    let name = number.isEmpty ? name : "\(number), \(name)"
    let end = title.last.map { ".?!".contains($0) } ?? true ? "" : "."
    return StyledLine(
      "\(kind) \(name): \(spokenState). \(title)\(end)" + (spokenScore.isEmpty ? "" : " \(spokenScore)")
    ).wrapped(to: options.width)
  }
}

/// Of the columns, the same in all chapters.
private struct Widths {
  var number: Int
  var name: Int
  var state: Int
  var score: Int
  /// 0 where there is no room for it.
  var unit: Int
  var hasTitle: Bool

  private static let widestName = 30
  private static let narrowestName = 8
  private static let narrowestTitle = 12
  /// A title with less room is worth more than the unit of the score.
  private static let goodTitle = 34

  init(_ rows: [Row], _ options: TextOptions) {
    let widest = { (text: (Row) -> String) in rows.map { text($0).displayWidth }.max() ?? 0 }
    let numbers = widest(\.number)
    number = numbers > 0 ? numbers + 2 : 0
    state = widest(\.state)
    score = widest(\.score)
    let used = 2 + number + 2 + state + 1 + score
    let wanted = min(widest(\.name), Self.widestName)
    let room = options.width - used
    let units = widest(\.scoreUnit)
    unit = room >= wanted + 2 + Self.goodTitle + 1 + units ? units : 0
    hasTitle = room >= min(wanted, 20) + 2 + Self.narrowestTitle
    name = max(min(wanted, Self.narrowestName), min(wanted, room - (hasTitle ? 2 + Self.narrowestTitle : 0)))
  }
}
