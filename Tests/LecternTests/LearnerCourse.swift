// A course with two chapters and a learner in it, for tests of what a learner sees.
import Foundation

struct LearnerCourse: ~Copyable {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-test-\(UUID().uuidString)").path

  static let file = "Exercises/01-first-steps/shares/Shares.swift"
  static let solution = "Solutions/01-first-steps/shares/Shares.swift"

  /// - Parameter hasExercise: makes `shares` with `lectern new exercise`.
  init(hasExercise: Bool = false) async throws {
    let quiz = "```quiz\nWhich?\n\n- [x] this\n- [ ] that\n```\n"
    let step = { (id: String) in "```swift id=\(id)\n1\n```\n" }
    try write(
      "Lessons/01-first-steps/01-counting.md", "---\nminutes: 5\n---\n# Counting\n\n\(step("a"))\n\(step("b"))\n\(quiz)"
    )
    if hasExercise { _ = try await run(["new", "exercise", "Shares"]) }
    try write("Lessons/02-shapes/01-rows.md", "# Rows and columns\n\n\(step("a"))\n\(step("b"))\n\(step("c"))")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  var data: String { root + "/data" }
  var progressFile: String { data + "/progress.json" }

  func run(_ arguments: [String], data: String = "data", input: String = "") async throws -> LecternResult {
    try await LecternProcess.run(
      arguments, in: root, environment: ["LECTERN_DATA": "\(root)/\(data)"], input: input)
  }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(root)/\(path)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ path: String) throws -> String { try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) }

  /// Writes what is known of the learner.
  ///
  /// - Parameters:
  ///   - lessons: JSON of each, by its path.
  ///   - exercises: JSON of each, by its id.
  func know(lessons: [String: String] = [:], exercises: [String: String] = [:], data: String = "data") throws {
    let object = { (parts: [String: String]) in
      "{" + parts.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }
    let course = "{\"lessons\":\(object(lessons)),\"exercises\":\(object(exercises))}"
    try write("\(data)/progress.json", "{\"version\":2,\"courses\":{\"\(root)\":\(course)}}")
  }

  static let counting = "Lessons/01-first-steps/01-counting.md"
  static let rows = "Lessons/02-shapes/01-rows.md"
  static let done = #"{"steps":["a","b","c"],"quizzes":{"Which?":{"attempts":1,"rightAttempt":1}}}"#
  static let left = #"{"steps":["a"],"place":"b","lastUsed":"2026-11-01T10:00:00Z"}"#
}
