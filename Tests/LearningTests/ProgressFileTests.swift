// What is remembered of a learner, also when the file is broken, the disk is full, or many lecterns write at once.
import Foundation
import Testing

@testable import Grading
@testable import Learning

@Suite struct ProgressTests {
  private func verdict(_ outcome: Verdict.Outcome, _ earned: Int, of points: Int = 10) -> Verdict {
    Verdict(exercise: "a", verdict: outcome, earned: earned, points: points, isolation: .box)
  }

  @Test func `the best marks and the file that passed are kept`() {
    var progress = ExerciseProgress()
    progress.add(verdict(.failed, 7), of: "one")
    progress.add(verdict(.failed, 3), of: "two")
    #expect(progress.earned == 7 && progress.attempts == 2 && !progress.isPassed)
    progress.add(verdict(.couldNotCheck, 0), of: "three")
    #expect(progress.attempts == 2)
    progress.add(verdict(.passed, 10), of: "four")
    progress.add(verdict(.failed, 2), of: "five")
    #expect(progress.earned == 10 && progress.passedFile == "four")
  }

  @Test func `marks of a changed number of points are compared as shares`() {
    var progress = ExerciseProgress()
    progress.add(verdict(.failed, 5, of: 10), of: "one")
    progress.add(verdict(.failed, 6, of: 20), of: "two")
    #expect(progress.earned == 5 && progress.points == 10)
    progress.add(verdict(.failed, 15, of: 20), of: "three")
    #expect(progress.earned == 15 && progress.points == 20)
  }

  private struct Folder: ~Copyable {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("progress-\(UUID().uuidString)").path
    deinit { try? FileManager.default.removeItem(atPath: path) }
    var file: ProgressFile { ProgressFile(folder: path + "/deep/er") }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path + "/deep/er").sorted() }
  }

  @Test func `what was written is there, by course and exercise`() throws {
    let folder = Folder()
    #expect(try folder.file.progress(in: "/a") == CourseProgress())
    try folder.file.update("/a", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].hintsShown += 1 }
    try folder.file.update("/b", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].hintsShown += 5 }
    try folder.file.update("/a", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].hintsShown += 1 }
    #expect(try folder.file.progress(in: "/a").exercises.mapValues(\.hintsShown) == ["x": 2])
    #expect(try folder.file.progress(in: "/b").exercises.mapValues(\.hintsShown) == ["x": 5])
    #expect(try folder.names() == ["progress.json", "progress.lock"])
  }

  @Test(arguments: ["", "{", "[]", #"{"version":1}"#, "\u{0}\u{FFFD}", #"{"version":1,"courses":{"/a":3}}"#])
  func `a broken file is told once, kept, and stops nothing`(_ text: String) throws {
    let folder = Folder()
    try folder.file.update("/a", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].attempts = 1 }
    var told: [String] = []
    for _ in 0..<2 {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file.path))
      #expect(throws: ProgressError.broken(path: folder.file.path)) { try folder.file.progress(in: "/a") }
      for _ in 0..<2 {
        try folder.file.update("/a", tell: { told.append($0) }) {
          $0.exercises["x", default: ExerciseProgress()].attempts += 1
        }
      }
    }
    #expect(told.count == 2 && told[0].contains("progress.json.broken"))
    #expect(try folder.file.progress(in: "/a").exercises["x"]?.attempts == 2)
    #expect(
      try folder.names() == ["progress.json", "progress.json.broken", "progress.json.broken-2", "progress.lock"])
    #expect(try String(contentsOfFile: folder.file.path + ".broken", encoding: .utf8) == text)
  }

  @Test func `a file of the first version is read, and written as the newest`() throws {
    let folder = Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/deep/er", withIntermediateDirectories: true)
    let text = """
      {
        "courses" : {
          "/home/ada/course" : {
            "softmax" : {
              "attempts" : 3,
              "earned" : 14,
              "hintsShown" : 2,
              "passedFile" : "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
              "points" : 14
            }
          }
        },
        "version" : 1
      }

      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file.path))
    let softmax = try #require(try folder.file.progress(in: "/home/ada/course").exercises["softmax"])
    #expect(softmax.attempts == 3 && softmax.earned == 14 && softmax.hintsShown == 2 && softmax.isPassed)
    try folder.file.update("/b", tell: { _ in }) { $0.lessons["l", default: LessonProgress()].steps = ["a"] }
    #expect(try folder.file.progress(in: "/home/ada/course").exercises["softmax"] == softmax)
    #expect(try String(contentsOfFile: folder.file.path, encoding: .utf8).contains(#""version" : 2"#))
  }

  @Test func `keys that are not known have no effect, and what is missing is as at the beginning`() throws {
    let folder = Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/deep/er", withIntermediateDirectories: true)
    let text = """
      {"version":2,"colour":"blue","courses":{"/a":{"mood":1,"lessons":{"l":{"steps":["x"],"shoe":42,\
      "quizzes":{"q":{"attempts":1,"colour":{}}},"guesses":{"x":{"guess":"3","sure":true}}}}}}}
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file.path))
    let progress = try folder.file.progress(in: "/a")
    #expect(progress.exercises.isEmpty)
    let lesson = try #require(progress.lessons["l"])
    #expect(lesson.steps == ["x"] && lesson.place == nil && lesson.quizzes["q"]?.attempts == 1)
    #expect(lesson.guesses["x"] == GuessProgress(guess: "3"))
  }

  @Test func `counts that a hand has written can be added to`() throws {
    let folder = Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/deep/er", withIntermediateDirectories: true)
    let text = """
      {"version":2,"courses":{"/a":{"exercises":{"x":{"attempts":\(Int.max),"hintsShown":-4}},\
      "lessons":{"l":{"quizzes":{"q":{"attempts":\(Int.max),"rightAttempt":0}}}}}}}
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file.path))
    let progress = try folder.file.update("/a", tell: { _ in }) { course in
      course.exercises["x"]?.add(verdict(.passed, 10), of: "one")
      course.lessons["l"]?.quizzes["q"]?.add(isRight: true)
      return course
    }
    #expect(progress.exercises["x"]?.hintsShown == 0 && progress.exercises["x"]?.isPassed == true)
    #expect(progress.lessons["l"]?.quizzes["q"]?.isRight == true)
  }

  @Test func `the day of the first pass stays`() {
    var progress = ExerciseProgress()
    let (first, later) = (Moment(milliseconds: 1_000), Moment(milliseconds: 2_000))
    progress.add(verdict(.failed, 3), of: "one", at: Moment(milliseconds: 500))
    #expect(progress.passedOn == nil)
    progress.add(verdict(.passed, 10), of: "two", at: first)
    progress.add(verdict(.passed, 10), of: "three", at: later)
    #expect(progress.passedOn == first && progress.passedFile == "three")
  }

  @Test func `a course is forgotten alone, and a copy of the file is kept`() throws {
    let folder = Folder()
    #expect(try folder.file.forget("/a") == nil)
    try folder.file.update("/a", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].attempts = 1 }
    try folder.file.update("/b", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].attempts = 5 }
    let before = try String(contentsOfFile: folder.file.path, encoding: .utf8)
    let kept = try #require(try folder.file.forget("/a"))
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == before)
    #expect(try folder.file.progress(in: "/a") == CourseProgress())
    #expect(try folder.file.courses() == ["/b"])
    #expect(try folder.file.forget("/a") == nil)
    #expect(try folder.names() == ["progress.json", "progress.json.old-1", "progress.lock"])
  }

  @Test func `a link to a file elsewhere stays a link`() throws {
    let folder = Folder()
    let elsewhere = folder.path + "/synchronised.json"
    try folder.file.update("/a", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].attempts = 1 }
    try FileManager.default.moveItem(atPath: folder.file.path, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: folder.file.path, withDestinationPath: elsewhere)
    try folder.file.update("/a", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].attempts += 1 }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file.path) == elsewhere)
    #expect(try folder.file.progress(in: "/a").exercises["x"]?.attempts == 2)
    let kept = try #require(try folder.file.forget("/a"))
    #expect(try String(contentsOfFile: kept, encoding: .utf8).contains(#""attempts" : 2"#))
  }

  @Test func `a file of a newer lectern is left as it is`() throws {
    let folder = Folder()
    try folder.file.update("/a", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].attempts = 1 }
    let text = #"{"version":7,"what":[]}"#
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file.path))
    #expect(throws: ProgressError.newer(path: folder.file.path, version: 7)) {
      try folder.file.update("/a", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].attempts = 2 }
    }
    #expect(try String(contentsOfFile: folder.file.path, encoding: .utf8) == text)
  }

  @Test func `what cannot be written is a sentence, and what is there stays`() throws {
    let error = #expect(throws: ProgressError.self) {
      try ProgressFile(folder: "/proc/none").update("/a", tell: { _ in }) {
        $0.exercises["x", default: ExerciseProgress()].attempts = 1
      }
    }
    #expect(error.map { "\($0)" }?.contains("LECTERN_DATA") == true)
  }

  @Test func `many at once lose nothing`() async throws {
    let folder = Folder()
    let file = folder.file
    try await withThrowingTaskGroup { group in
      for _ in 0..<40 {
        group.addTask {
          try file.update("/a", tell: { _ in }) { $0.exercises["x", default: ExerciseProgress()].attempts += 1 }
        }
      }
      try await group.waitForAll()
    }
    #expect(try file.progress(in: "/a").exercises["x"]?.attempts == 40)
  }

  @Test func `many lessons at once lose nothing`() async throws {
    let folder = Folder()
    let file = folder.file
    try await withThrowingTaskGroup { group in
      for number in 0..<40 {
        group.addTask {
          try file.update("/a", tell: { _ in }) { course in
            course.lessons["lesson \(number % 4)", default: LessonProgress()].steps.insert("\(number)")
            course.lessons["lesson \(number % 4)", default: LessonProgress()].quizzes["q", default: QuizProgress()]
              .add(isRight: false)
          }
        }
      }
      try await group.waitForAll()
    }
    let lessons = try file.progress(in: "/a").lessons
    #expect(lessons.count == 4)
    #expect(lessons.values.allSatisfy { $0.steps.count == 10 && $0.quizzes["q"]?.attempts == 10 })
  }
}
