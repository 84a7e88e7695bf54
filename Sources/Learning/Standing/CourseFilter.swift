// Which lessons and exercises of a course somebody wants to see.
import Grading
import LessonDocuments

public struct CourseFilter: Equatable, Sendable {
  /// All must match: the number of a chapter or lesson, or a part of a title, a slug or an id.
  public var words: [String]
  public var hasLessons: Bool
  public var hasExercises: Bool
  public var state: StandingState?

  public init(
    words: [String] = [], hasLessons: Bool = true, hasExercises: Bool = true, state: StandingState? = nil
  ) {
    self.words = words
    self.hasLessons = hasLessons
    self.hasExercises = hasExercises
    self.state = state
  }

  public func matches(_ item: CourseItemStanding, in chapter: ChapterStanding) -> Bool {
    if let state, item.state != state { return false }
    switch item {
    case .lesson(let standing):
      let lesson = standing.lesson
      return hasLessons
        && words.allSatisfy { matches($0, chapter, number: lesson.number, texts: [lesson.slug, lesson.title]) }
    case .exercise(let standing):
      let exercise = standing.exercise
      return hasExercises
        && words.allSatisfy { matches($0, chapter, number: exercise.lesson, texts: [exercise.id, exercise.title]) }
    }
  }

  private func matches(_ word: String, _ chapter: ChapterStanding, number: String?, texts: [String]) -> Bool {
    // A number alone is a chapter's, and not every title with that digit in it.
    if let wanted = Int(word) { return chapter.number == wanted }
    if let number, number == word { return true }
    let word = word.lowercased()
    return (texts + [chapter.title]).contains { $0.lowercased().contains(word) }
  }
}
