// What a learner shows to others: exercises that passed when this was made, each with the file that did, so that anybody
// can judge it again; and beside them, apart, what only the learner's own machine says.
import Foundation
import Grading

public struct Award: Codable, Equatable, Sendable {
  /// Tells the file from others.
  private(set) var kind = Award.kind
  private(set) var version = Award.newestVersion
  /// The version that made it.
  public var lectern: String
  public var name: String?
  public var madeOn: Moment
  /// Titles of the course's chapters.
  public var chapters: [String]
  /// What was judged. At least one.
  public var works: [Work]
  public var record: Record

  static let kind = "lectern award"
  static let newestVersion = 1

  /// An exercise that passed, and what passed.
  public struct Work: Codable, Equatable, Sendable {
    public var exercise: String
    public var title: String
    public var earned: Int
    public var points: Int
    /// When a file passed for the first time, as the learner's machine has noted it.
    public var passedOn: Moment?
    public var fileName: String
    public var source: String
    /// Of the source, in hexadecimal.
    public var sha256: String
  }

  /// What nothing in here proves.
  public struct Record: Codable, Equatable, Sendable {
    public var lessons: [Lesson]
    /// Of how many in the course.
    public var lessonCount: Int
    public var exerciseCount: Int
    public var questions: Int
    public var questionsRight: Int
    public var questionsRightAtFirst: Int

    public struct Lesson: Codable, Equatable, Sendable {
      public var number: String?
      public var title: String
    }
  }

  public init(
    of standing: CourseStanding, works: [Work], name: String?, lectern: String, madeOn: Moment = .now
  ) {
    self.works = works
    self.name = name
    self.lectern = lectern
    self.madeOn = madeOn
    chapters = standing.chapters.map(\.title)
    let lessons = standing.lessons
    record = Record(
      lessons: lessons.filter { $0.state == .done }
        .map { Record.Lesson(number: $0.lesson.number, title: $0.lesson.title) },
      lessonCount: lessons.count, exerciseCount: standing.exercises.count,
      questions: standing.questionCount.total, questionsRight: standing.questionCount.done,
      questionsRightAtFirst: lessons.reduce(0) { $0 + $1.questionsRightAtFirst })
  }

  public var earned: Int { works.reduce(0) { $0 + $1.earned } }
  public var points: Int { works.reduce(0) { $0 + $1.points } }

  /// The award as JSON, one line.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "") + "\n"
  }
}
