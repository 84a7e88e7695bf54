// Where a learner stands, what comes next, and what a filter leaves.
import Foundation
import Testing

@testable import Grading
@testable import Learning

struct StandingTests {
  @Test func `a lesson is new, started by its steps, and done by all of them`() throws {
    let course = try TemporaryCourse()
    var progress = CourseProgress()
    #expect(try course.standing().lessons[0].state == .new)
    progress.lessons[CourseProgress.counting, default: LessonProgress()].steps = ["a", "gone"]
    progress.lessons[CourseProgress.counting]?.place = "b"
    progress.lessons[CourseProgress.counting]?.quizzes["Which?"] = QuizProgress()
    progress.lessons[CourseProgress.counting]?.quizzes["Which?"]?.add(isRight: false)
    progress.lessons[CourseProgress.counting]?.quizzes["Which?"]?.add(isRight: true)
    let started = try course.standing(progress).lessons[0]
    #expect(started.state == .started && started.stepsDone == 1 && started.steps == 2)
    #expect(started.place == LessonStanding.Place(step: "b", number: 2, of: 2))
    #expect(started.questionsRight == 1 && started.questionsRightAtFirst == 0 && started.questions == 1)
    #expect(try course.standing(CourseProgress(done: [CourseProgress.counting])).lessons[0].state == .done)
  }

  @Test func `a place at a step that is gone is none`() throws {
    let course = try TemporaryCourse()
    var progress = CourseProgress()
    progress.lessons[CourseProgress.counting, default: LessonProgress()].place = "gone"
    let lesson = try course.standing(progress).lessons[0]
    #expect(lesson.place == nil && lesson.state == .started)
  }

  @Test func `a lesson without steps is done once it was opened`() throws {
    let course = try TemporaryCourse()
    try course.write(CourseProgress.counting, "# Only prose\n")
    var progress = CourseProgress()
    #expect(try course.standing(progress).lessons[0].state == .new)
    progress.lessons[CourseProgress.counting, default: LessonProgress()].lastUsed = .now
    #expect(try course.standing(progress).lessons[0].state == .done)
  }

  @Test func `the lesson that was left last comes first`() throws {
    let course = try TemporaryCourse()
    var progress = CourseProgress()
    for (path, milliseconds) in [(CourseProgress.counting, 20), (CourseProgress.rows, 10)] as [(String, Int64)] {
      progress.lessons[path, default: LessonProgress()].place = "a"
      progress.lessons[path]?.lastUsed = Moment(milliseconds: milliseconds)
    }
    let next = try course.standing(progress).next
    #expect(next.command == "lectern run 1.1")
    guard case .goOn = next else {
      Issue.record("\(next)")
      return
    }
  }

  @Test func `then comes the next lesson whose needs are done, then exercises, then the award`() throws {
    let course = try TemporaryCourse()
    let command = { (done: [String], passed: [String]) in
      try course.standing(CourseProgress(done: done, passed: passed)).next.command
    }
    let all = [CourseProgress.counting, CourseProgress.rows, CourseProgress.adding]
    #expect(try command([], []) == "lectern run 1.1")
    #expect(try command([all[0]], []) == "lectern run 2.1")
    #expect(try command([all[0], all[1]], []) == "lectern run 1.2")
    #expect(try command(all, []) == "lectern watch sums")
    #expect(try command(all, ["sums"]) == "lectern watch shares")
    #expect(try command(all, ["sums", "shares"]) == "lectern award")
  }

  @Test func `lessons that need each other hold nobody up`() throws {
    let course = try TemporaryCourse()
    try course.write(CourseProgress.rows, "---\nneeds: [\"1.2\"]\n---\n# Rows\n\n```swift\n1\n```\n")
    let next = try course.standing(CourseProgress(done: [CourseProgress.counting])).next
    #expect(next.command == "lectern run 1.2")
  }

  @Test func `beside a lesson an exercise is offered that was begun or whose lesson is done`() throws {
    let course = try TemporaryCourse()
    #expect(try course.standing().exerciseBesides == nil)
    let done = try course.standing(CourseProgress(done: [CourseProgress.counting]))
    #expect(done.exerciseBesides?.exercise.id == "sums")
    var begun = CourseProgress(passed: ["sums"])
    begun.exercises["shares", default: ExerciseProgress()].hintsShown = 1
    #expect(try course.standing(begun).exerciseBesides?.exercise.id == "shares")
  }

  @Test func `a chapter's share counts lessons by their steps`() throws {
    let course = try TemporaryCourse()
    var progress = CourseProgress()
    progress.lessons[CourseProgress.counting, default: LessonProgress()].steps = ["a"]
    let chapter = try course.standing(progress).chapters[0]
    // Two lessons, an exercise and a question, of which half a lesson is done.
    #expect(chapter.share == 0.125 && chapter.lessonCount == Tally(done: 0, total: 2))
    #expect(try course.standing(CourseProgress(done: [CourseProgress.counting])).chapters[0].share == 0.25)
  }

  @Test(arguments: [
    (["1"], ["1.1", "1.2", "sums"]), (["2"], ["2.1", "shares"]), (["1.1"], ["1.1", "sums"]), (["ROWS"], ["2.1"]),
    (["shapes", "sha"], ["2.1", "shares"]), (["2", "add"], []), (["steps", "ad"], ["1.2"]), (["9"], []),
    ([], ["1.1", "1.2", "sums", "2.1", "shares"]),
  ])
  func `words find chapters by number, and lessons and exercises by what they are called`(
    _ words: [String], _ found: [String]
  ) throws {
    let course = try TemporaryCourse()
    let left = try course.standing().filtered(CourseFilter(words: words))
    let names = left.chapters.flatMap { $0.lessons.map(\.name) + $0.exercises.map(\.exercise.id) }
    #expect(names == found)
  }

  @Test func `states and kinds are filtered, and the nearest word is named`() throws {
    let course = try TemporaryCourse()
    let standing = try course.standing(CourseProgress(done: [CourseProgress.counting], passed: ["sums"]))
    let done = standing.filtered(CourseFilter(state: .done))
    #expect(done.lessons.map(\.name) == ["1.1"] && done.exercises.map(\.exercise.id) == ["sums"])
    #expect(standing.filtered(CourseFilter(hasLessons: false, state: .new)).exercises.map(\.exercise.id) == ["shares"])
    #expect(standing.filtered(CourseFilter(hasExercises: false)).exercises.isEmpty)
    #expect(standing.nearestWord(to: CourseFilter(words: ["rosw"]))?.nearest == "rows")
    #expect(standing.nearestWord(to: CourseFilter(words: ["2", "sums"])) == nil)
  }
}
