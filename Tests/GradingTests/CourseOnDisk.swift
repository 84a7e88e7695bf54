// A course in a folder of its own, for as long as the test holds it.
import Foundation
import LessonDocuments

@testable import Grading

struct CourseOnDisk: ~Copyable {
  let root: String

  /// - Parameters:
  ///   - exercise: the name of one that `lectern new exercise` makes.
  ///   - files: their texts, by their paths from the course's folder.
  init(exercise: String? = nil, _ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("grading-test-\(UUID().uuidString)").path
    try write("Lessons/01-first/01-counting.md", "# Counting\n")
    if let exercise {
      let course = try course
      try NewExercise(named: exercise, in: course, beside: ExerciseCatalogue(of: course)).write()
    }
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  var course: Course { get throws { try Course.containing(root) } }
  var catalogue: ExerciseCatalogue { get throws { try ExerciseCatalogue(of: try course) } }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(root)/\(path)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ path: String) throws -> String { try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: "\(root)/\(path)") }

  func contains(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(root)/\(path)") }

  func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)").sorted()
  }

  /// Changes a file that is there.
  func change(_ path: String, _ old: String, _ new: String) throws {
    let text = try text(path)
    precondition(text.contains(old), "\(path) does not hold \(old)")
    try write(path, text.replacing(old, with: new))
  }

  /// Makes it a git repository with all its files committed.
  func commit() throws {
    for arguments in [
      ["init", "-q"], ["add", "-A"],
      ["-c", "user.name=Author", "-c", "user.email=author@example.org", "commit", "-q", "-m", "All"],
    ] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git", "-C", root] + arguments
      try process.run()
      process.waitUntilExit()
      precondition(process.terminationStatus == 0, "git \(arguments)")
    }
  }
}
