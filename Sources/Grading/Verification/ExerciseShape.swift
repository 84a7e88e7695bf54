// What is wrong with an exercise before anything is compiled: its files, hints, needs, lesson numbers and links.
import Foundation
import LessonDocuments
import Rendering

struct ExerciseShape {
  private let exercise: Exercise
  private let course: Course
  private var findings: [ExerciseFinding] = []

  static let fewestMistakes = 2

  static func findings(_ exercise: Exercise, of catalogue: ExerciseCatalogue, in course: Course) -> [ExerciseFinding] {
    var shape = ExerciseShape(exercise: exercise, course: course)
    if exercise.hints.isEmpty { shape.find("there are no hints. Give at least one, under hints:") }
    shape.lookAtNeeds(catalogue)
    shape.lookAtLessons()
    shape.lookAtLinks()
    shape.lookAtStarter()
    if !exercise.isReleased { shape.lookAtSolution() }
    return shape.findings
  }

  private init(exercise: Exercise, course: Course) { (self.exercise, self.course) = (exercise, course) }

  private mutating func find(_ file: String, line: Int? = nil, _ message: String) {
    findings.append(ExerciseFinding(path: exercise.pathInCourse(file), line: line, message))
  }

  /// About the task.
  private mutating func find(_ message: String) { find(exercise.taskFile, message) }

  // MARK: Other exercises and lessons

  private mutating func lookAtNeeds(_ catalogue: ExerciseCatalogue) {
    let ids = catalogue.exercises.map(\.id)
    for id in exercise.needs where !ids.contains(id) {
      let nearest = NearestName.of(id, among: ids) ?? ""
      find("it needs \(id.quoted), which is no exercise; the nearest is \(nearest.quoted)")
    }
    let needs = Dictionary(catalogue.exercises.map { ($0.id, $0.needs) }) { first, _ in first }
    if let cycle = NeedsCycle.first(in: needs), cycle.contains(exercise.id) {
      find("exercises need each other in a circle: \(cycle.joined(separator: " needs "))")
    }
  }

  private mutating func lookAtLessons() {
    if let lesson = exercise.lesson { look(at: lesson, "the front matter names lesson \(lesson.quoted)") }
    for (place, text) in [("the task", exercise.task.document.plainText)] + exercise.hints.map({ ("a hint", $0) }) {
      for number in LessonMention.numbers(in: text) { look(at: number, "\(place) speaks of lesson \(number)") }
    }
  }

  private mutating func look(at lesson: String, _ place: String) {
    do {
      _ = try course.lesson(named: lesson)
    } catch {
      guard case .unknownLesson(_, let nearest) = error else { return }
      let names = nearest.compactMap(\.number).joined(separator: ", ")
      find("\(place), which the course does not have\(names.isEmpty ? "" : "; the nearest are \(names)")")
    }
  }

  // MARK: Links

  private mutating func lookAtLinks() {
    let (document, links) = (exercise.task.document, CourseLinks(root: exercise.root))
    for link in MarkdownNode.links(in: document) {
      let target = links.target(of: link.destination, in: exercise.taskFile)
      let problem =
        target.hasPrefix("\(exercise.root)/Solutions")
        ? "the link \(link.destination.quoted) leads to what learners do not get"
        : links.problem(with: link.destination, in: exercise.taskFile, document: document)
      if let problem { find(exercise.taskFile, line: link.line, problem) }
    }
  }

  // MARK: Files

  private mutating func lookAtStarter() {
    do {
      let text = String(decoding: try exercise.givenFile(), as: UTF8.self)
      if !text.contains(exercise.mark) {
        find(
          exercise.file, "the starter does not say where to begin. Put // \(exercise.mark): where work is to be done")
      }
    } catch {
      find(exercise.file, "\(error)")
    }
    if !FileManager.default.fileExists(atPath: exercise.probesFile) { find(exercise.probesFile, "there are no probes") }
  }

  private mutating func lookAtSolution() {
    if !FileManager.default.fileExists(atPath: exercise.solutionFile) {
      find(exercise.solutionFile, "there is no reference solution")
    }
    do {
      let mistakes = try exercise.mistakes()
      if mistakes.count < Self.fewestMistakes {
        find(
          exercise.mistakesFolder,
          "well-known wrong answers: there \(mistakes.count == 1 ? "is 1" : "are none"). Write at least "
            + "\(Self.fewestMistakes)")
      }
      for mistake in mistakes where mistake.sentence == nil {
        find(mistake.file, "it has no doc comment, which is what a learner is told who makes this mistake")
      }
    } catch {
      find(exercise.mistakesFolder, "\(error)")
    }
  }
}

/// Numbers of lessons in running text: `lesson 2.6`, `lessons 2.6 and 2.9`.
enum LessonMention {
  private static let between: Set<String> = ["and", "or", "to", "&"]

  static func numbers(in text: String) -> [String] {
    var numbers: [String] = []
    var isListing = false
    for word in text.split(whereSeparator: \.isWhitespace) {
      let bare = word.trimmingPrefix { !$0.isLetter && !$0.isNumber }.reversed()
        .drop { !$0.isLetter && !$0.isNumber }.reversed()
      let text = String(bare).lowercased()
      if text == "lesson" || text == "lessons" {
        isListing = true
      } else if isListing, isNumber(text) {
        numbers.append(text)
      } else if !between.contains(text) {
        isListing = false
      }
    }
    return numbers
  }

  private static func isNumber(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }
}
