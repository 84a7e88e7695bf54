// A folder of submissions, and exercises to grade them by, that go away with the test.
import Foundation
import LessonDocuments

@testable import Grading

final class TemporaryClass {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-class-\(UUID().uuidString)").path
  var submissions: String { root + "/submissions" }
  var output: String { root + "/graded" }

  init() throws { try FileManager.default.createDirectory(atPath: submissions, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Writes a file, from the folder of submissions.
  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(fileURLWithPath: "\(submissions)/\(path)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The files of an exercise of the course.
  func writeExercise(_ exercise: Exercise, starter: String, probes: String = "") throws {
    for (file, text) in [
      (exercise.file, starter), (exercise.probesFile, probes), (exercise.solutionFile, "solution"),
      (exercise.hiddenProbesFile, "hidden"),
    ] {
      let url = URL(fileURLWithPath: file)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  func exercise(_ id: String = "softmax", file: String = "Softmax.swift", points: Int = 10) -> Exercise {
    let task = Lesson(
      path: "Task.md", title: id, frontMatter: FrontMatter(), document: MarkdownNode(.document), steps: [])
    return Exercise(
      id: id, title: "The \(id)", points: points, lesson: "2.5", needs: [], timeLimit: 10, memoryLimit: 1 << 30,
      withhold: [], hints: [], task: task, path: "02-architecture/\(id)", fileName: file, root: root + "/course")
  }

  func submission(_ name: String) throws -> Submission? {
    try SubmissionsFolder(submissions, besides: output).submissions.first { $0.student == name }
  }
}

/// Runs a program that tests need, such as `zip`, and tells whether it did its work.
@discardableResult
func run(_ program: String, _ arguments: [String], in folder: String) throws -> Bool {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus == 0
}
