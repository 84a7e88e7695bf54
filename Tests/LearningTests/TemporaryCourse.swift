// A course in a folder of its own, and where a learner stands in it.
import Foundation
import Grading
import Learning
import LessonDocuments

struct TemporaryCourse: ~Copyable {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent("learning-\(UUID().uuidString)").path

  /// Two chapters: lessons 1.1 and 1.2 (needs 2.1), 2.1 (needs 1.1); exercises `sums` (1.1), `shares` (needs sums).
  init() throws {
    let quiz = "```quiz\nWhich?\n\n- [x] this\n- [ ] that\n```\n"
    let step = { (id: String) in "```swift id=\(id)\n1\n```\n" }
    try write("Lessons/01-first-steps/01-counting.md", "# Counting\n\n\(step("a"))\n\(step("b"))\n\(quiz)")
    try write(
      "Lessons/01-first-steps/02-adding.md", "---\nneeds: [\"2.1\"]\nminutes: 7\n---\n# Adding up!\n\n\(step("a"))")
    try write("Lessons/02-shapes/01-rows.md", "---\nneeds: [\"1.1\"]\n---\n# Rows\n\n\(step("a"))")
    try writeExercise("01-first-steps/sums", lesson: "1.1", points: 10)
    try writeExercise("02-shapes/shares", lesson: "2.1", needs: "[sums]", points: 5)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(root)/\(path)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func writeExercise(_ path: String, lesson: String, needs: String = "[]", points: Int) throws {
    let (chapter, id) = (path.split(separator: "/")[0], path.split(separator: "/")[1])
    let matter =
      "id: \(id)\nchapter: \(chapter)\nlesson: \"\(lesson)\"\npoints: \(points)\nneeds: \(needs)\nhints:\n  - Begin.\n"
    try write("Exercises/\(path)/Task.md", "---\n\(matter)---\n# The \(id)\n")
    try write("Exercises/\(path)/Work.swift", "func work() {}\n")
  }

  var exercises: [Exercise] {
    get throws { try ExerciseCatalogue(of: try Course.containing(root)).exercises }
  }

  func standing(_ progress: CourseProgress = CourseProgress()) throws -> CourseStanding {
    let course = try Course.containing(root)
    return CourseStanding(course: course, catalogue: try ExerciseCatalogue(of: course), progress: progress) { lesson in
      try? LessonReader.read(file: lesson.absolutePath, named: lesson.path, course: course.root).lesson
    }
  }
}

extension CourseProgress {
  static let counting = "Lessons/01-first-steps/01-counting.md"
  static let adding = "Lessons/01-first-steps/02-adding.md"
  static let rows = "Lessons/02-shapes/01-rows.md"

  /// - Parameters:
  ///   - done: paths of lessons, all steps of which came to a good end.
  ///   - passed: ids of exercises.
  init(done: [String] = [], passed: [String] = []) {
    self.init()
    for path in done { lessons[path, default: LessonProgress()].steps = ["a", "b"] }
    for id in passed { exercises[id, default: ExerciseProgress()].passedFile = "0" }
  }
}
