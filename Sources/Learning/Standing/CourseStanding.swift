// Where a learner stands in a course: chapter by chapter, what is done and what is not. A value; reading is others' work.
import Grading
import LessonDocuments

public struct CourseStanding: Equatable, Sendable {
  /// In the order of the course; lessons that are in no chapter's folder make one that is called `Lessons`.
  public private(set) var chapters: [ChapterStanding] = []
  /// For each lesson, by its path, the paths of those that should come before it.
  private var needs: [String: [String]] = [:]

  /// - Parameter read: what a lesson says; nil if it cannot be read.
  public init(
    course: Course, catalogue: ExerciseCatalogue, progress: CourseProgress, read: (CourseLesson) -> Lesson?
  ) {
    var places: [String: Int] = [:]
    func place(_ folder: String, _ title: String?) -> Int {
      if let place = places[folder] { return place }
      let name = NumberedName(folder)
      chapters.append(ChapterStanding(number: name.number, title: title ?? name.title))
      places[folder] = chapters.count - 1
      return chapters.count - 1
    }
    for lesson in course.lessons {
      let folder = lesson.chapter == nil ? "" : String(lesson.path.split(separator: "/")[1])
      let standing = LessonStanding(
        lesson, text: read(lesson), progress: progress.lessons[lesson.path] ?? LessonProgress())
      needs[lesson.path] = standing.needs.compactMap { try? course.lesson(named: $0).path }
      chapters[place(folder, lesson.chapter ?? "Lessons")].lessons.append(standing)
    }
    for exercise in catalogue.exercises {
      let folder = String(exercise.path.prefix { $0 != "/" })
      let standing = ExerciseStanding(exercise, progress: progress.exercises[exercise.id] ?? ExerciseProgress())
      chapters[place(folder, nil)].exercises.append(standing)
    }
  }

  public var lessons: [LessonStanding] { chapters.flatMap(\.lessons) }
  public var exercises: [ExerciseStanding] { chapters.flatMap(\.exercises) }

  public var lessonCount: Tally { chapters.reduce(Tally()) { $0 + $1.lessonCount } }
  public var exerciseCount: Tally { chapters.reduce(Tally()) { $0 + $1.exerciseCount } }
  public var questionCount: Tally { chapters.reduce(Tally()) { $0 + $1.questionCount } }

  /// Whether nothing at all is known of the learner.
  public var isNew: Bool { lessons.allSatisfy { $0.state == .new } && exercises.allSatisfy { $0.state == .new } }

  /// Whether the lessons that should come before are done; the author's own circles hold nobody up.
  func isReady(_ lesson: LessonStanding) -> Bool {
    let done = Set(lessons.filter { $0.state == .done }.map(\.lesson.path))
    return (needs[lesson.lesson.path] ?? []).allSatisfy { done.contains($0) || $0 == lesson.lesson.path }
  }

  /// Only some of its lessons and exercises; chapters in which none is left are gone.
  public func filtered(_ isKept: (ChapterStanding, CourseItemStanding) -> Bool) -> CourseStanding {
    var result = self
    result.chapters = chapters.compactMap { chapter in
      var kept = chapter
      kept.lessons = chapter.lessons.filter { isKept(chapter, .lesson($0)) }
      kept.exercises = chapter.exercises.filter { isKept(chapter, .exercise($0)) }
      return kept.lessons.isEmpty && kept.exercises.isEmpty ? nil : kept
    }
    return result
  }
}

/// A lesson or an exercise.
public enum CourseItemStanding: Equatable, Sendable {
  case lesson(LessonStanding)
  case exercise(ExerciseStanding)

  public var state: StandingState {
    switch self {
    case .lesson(let lesson): lesson.state
    case .exercise(let exercise): exercise.state
    }
  }
}
