// `lectern list`: the lessons and exercises of the course, with the state of each.
import ArgumentParser
import Grading
import Learning
import LessonDocuments
import Rendering

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the lessons and exercises of the course, and how far you are.",
    discussion: """
      lectern list 2 shows chapter 2, lectern list attention what has that word in its title, its slug or its chapter; \
      several words must all match. lectern list --concepts tells which steps show what the glossary explains. A list in which nothing is left is no failure: the status is 0, what there is \
      instead is said on standard error, and the lists of the JSON are empty.
      """)

  @Argument(help: "Only what matches: a chapter's number, a lesson's, or words of a title or a slug.")
  var words: [String] = []

  @Flag(name: .customLong("lessons"), help: "Only lessons.")
  var onlyLessons = false

  @Flag(name: .customLong("exercises"), help: "Only exercises.")
  var onlyExercises = false

  @Flag(help: "The terms of the glossary, each with the steps that show it.")
  var concepts = false

  @Flag(help: "With --concepts, and what each term means.")
  var definitions = false

  @Option(help: "Only what is new, started or done; an exercise is done when it is passed.")
  var state: StandingState?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if definitions && !concepts { throw ValidationError("--definitions needs --concepts") }
    if concepts && (onlyLessons || onlyExercises || state != nil) {
      throw ValidationError("--concepts lists terms, and takes neither --lessons nor --exercises nor --state")
    }
  }

  func run() throws {
    if concepts {
      return try ConceptList(words: words, hasDefinitions: definitions).write(format, drawing)
    }
    let contents = try CourseContents.here()
    for warning in contents.course.warnings { StandardError.write("\(warning)\n") }
    for problem in contents.catalogue.problems { StandardError.write("\(problem.error)\n") }
    let filter = CourseFilter(
      words: words, hasLessons: onlyLessons || !onlyExercises, hasExercises: onlyExercises || !onlyLessons,
      state: state)
    let standing = contents.standing.filtered(filter)
    if standing.chapters.isEmpty { StandardError.write(nothing(filter, contents.standing)) }
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(CourseList(standing)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(CourseListPicture.lines(for: standing, options: options).encoded(options))
    }
  }

  /// What there is instead.
  private func nothing(_ filter: CourseFilter, _ standing: CourseStanding) -> String {
    guard !standing.chapters.isEmpty else { return "the course has no lessons and no exercises yet\n" }
    if let found = standing.nearestWord(to: filter) {
      return "nothing matches \(found.word.quoted); the nearest is \(found.nearest.harmless)\n"
    }
    let chapters = standing.chapters.map { chapter in
      "\(chapter.number.map { "\($0) " } ?? "")\(chapter.title.harmless)"
    }
    let counts = StandingState.allCases.map { state in
      "\(standing.filtered(CourseFilter(state: state)).itemCount) \(state.rawValue)"
    }
    return "nothing matches all of this. The chapters: \(chapters.joined(separator: ", ")). "
      + "Lessons and exercises: \(counts.joined(separator: ", "))\n"
  }
}

extension CourseStanding {
  fileprivate var itemCount: Int { lessons.count + exercises.count }
}

extension StandingState: ExpressibleByArgument {}
