// What the steps of a lesson showed when it was rehearsed: kept in the user's data folder, and found again without a
// compiler. An output counts only while its step, those above it and the seed are the same.
import Foundation
import Grading
import Hashing
import LessonDocuments
import Models
import StepExecution
import StepRecords

struct Rehearsal: Codable {
  private struct RehearsedStep: Codable {
    var source: String
    /// nil if it was not run, or failed.
    var output: RememberedOutput?
  }

  private var version = Rehearsal.newestVersion
  private var seed: UInt64
  private var steps: [RehearsedStep]

  private static let newestVersion = 1

  /// - Parameter outputs: one for each step.
  init(_ lesson: Lesson, outputs: [RememberedOutput?]) {
    seed = lesson.frontMatter.seed ?? 0
    steps = zip(lesson.steps, outputs).map { RehearsedStep(source: $0.source.text, output: $1) }
  }

  /// One for each step; nil for those that are not known.
  func outputs(of lesson: Lesson) -> [RememberedOutput?] {
    var outputs: [RememberedOutput?] = lesson.steps.map { _ in nil }
    guard version == Self.newestVersion, seed == lesson.frontMatter.seed ?? 0 else { return outputs }
    for (index, (step, rehearsed)) in zip(lesson.steps, steps).enumerated() {
      guard step.source.text == rehearsed.source else { break }
      outputs[index] = rehearsed.output
    }
    return outputs
  }

  // MARK: The file

  /// What is known of a lesson, one for each step; nothing if it was not rehearsed.
  static func outputs(of lesson: Lesson) -> [RememberedOutput?] {
    guard let data = FileManager.default.contents(atPath: path(lesson)),
      let rehearsal = try? RecordJSON.decode(Rehearsal.self, from: Array(data))
    else { return lesson.steps.map { _ in nil } }
    return rehearsal.outputs(of: lesson)
  }

  /// - Throws: `FileFailure`.
  func write(for lesson: Lesson) throws {
    let path = Self.path(lesson)
    try WholeFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    try WholeFile.replace(path, with: try RecordJSON.line(self))
  }

  /// The same on every machine that holds the course, wherever it holds it.
  static func path(_ lesson: Lesson) -> String {
    let name = SHA256.hexadecimal(of: Array("\(lesson.path)\n\(lesson.title)".utf8)).prefix(32)
    return "\(DataFolder.path)/rehearsals/\(name).json"
  }
}

extension [RememberedOutput?] {
  /// The newer of two of each step.
  func newer(_ others: [RememberedOutput?]) -> [RememberedOutput?] {
    zip(self, others).map { [$0, $1].compactMap { $0 }.max { $0.date < $1.date } }
  }
}
