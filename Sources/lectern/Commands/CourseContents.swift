// What a course holds and how far the learner is, as `list` and `lectern` alone draw it.
import Foundation
import Grading
import Learning
import LessonDocuments
import Rendering

struct CourseContents {
  let course: Course
  let catalogue: ExerciseCatalogue
  private let progress: CourseProgress

  /// The course of the working folder.
  static func here() throws -> CourseContents {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let catalogue = try ExerciseCatalogue(of: course)
    return CourseContents(
      course: course, catalogue: catalogue,
      progress: LearnerProgress.of(course: course.root))
  }

  func progress(of exercise: Exercise) -> ExerciseProgress {
    progress.exercises[exercise.id] ?? ExerciseProgress()
  }

  /// The first exercise that has not been passed and needs none that has not been passed either.
  var nextExercise: Exercise? {
    let passed = Set(catalogue.exercises.filter { progress(of: $0).isPassed }.map(\.id))
    return catalogue.exercises.first { !passed.contains($0.id) && $0.needs.allSatisfy(passed.contains) }
  }

  /// Chapters as headings, and under each its lessons, then its exercises.
  func lines(_ options: TextOptions) -> [StyledLine] {
    let sections = sections
    return sections.enumerated().flatMap { index, section in
      (index == 0 ? [] : [StyledLine()]) + [StyledLine(options.oneLine(section.title), TextStyle(bold: true))]
        + section.lessons.map { row($0.number ?? "", $0.slug, $0.title, options) }
        + section.exercises.map { row(state(of: $0), $0.id, $0.title, options) }
    }
  }

  private struct Section {
    var title: String
    var lessons: [CourseLesson] = []
    var exercises: [Exercise] = []
  }

  private var sections: [Section] {
    var sections: [Section] = []
    /// By the folder's name; empty for lessons that are in none.
    var places: [String: Int] = [:]
    func place(_ folder: String, _ title: String) -> Int {
      if let place = places[folder] { return place }
      sections.append(Section(title: title))
      places[folder] = sections.count - 1
      return sections.count - 1
    }
    for lesson in course.lessons {
      let folder = lesson.chapter == nil ? "" : String(lesson.path.split(separator: "/")[1])
      sections[place(folder, lesson.chapter ?? "lessons")].lessons.append(lesson)
    }
    for exercise in catalogue.exercises {
      let folder = String(exercise.path.prefix { $0 != "/" })
      sections[place(folder, NumberedName(folder).title)].exercises.append(exercise)
    }
    return sections
  }

  /// `7/14`: the best marks so far; `-/14` before the first check.
  private func state(of exercise: Exercise) -> String {
    let progress = progress(of: exercise)
    return "\(progress.attempts == 0 ? "-" : "\(progress.earned)")/\(exercise.points)"
  }

  private func row(_ number: String, _ slug: String, _ title: String, _ options: TextOptions) -> StyledLine {
    StyledLine([
      StyledSpan("  "), StyledSpan(number.padded(to: 6)),
      StyledSpan(options.oneLine(slug.padded(to: 24)) + " ", StepDrawing.quiet), StyledSpan(options.oneLine(title)),
    ]).truncated(to: options.width, ellipsis: options.ellipsis)
  }
}
