// A lesson that runs in the tests' process, against the release build, in a folder of its own.
import Foundation
import LessonDocuments
import StepRecords
import SystemTools

@testable import StepExecution

final class TemporaryLesson {
  /// The course's folder.
  let root = FileManager.default.temporaryDirectory.appendingPathComponent("lesson-test-\(UUID())").path
  let environment: StepEnvironment
  /// Stands in every step, so that what the cache holds of them is nobody else's.
  private let mark = "// \(UUID())"
  /// In the order they came, of all runners.
  private(set) var events: [RunEvent] = []

  init() throws {
    let build = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/release").path
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    environment = StepEnvironment(
      toolchain: try .find(), library: try LibraryBuild(folder: build), cache: try StepCache())
  }

  deinit {
    for folder in entries { try? FileManager.default.removeItem(atPath: folder) }
    try? FileManager.default.removeItem(atPath: root)
  }

  /// The folders of these steps in the cache.
  var entries: [String] {
    let steps = environment.cache.folder + "/steps"
    return ((try? FileManager.default.contentsOfDirectory(atPath: steps)) ?? []).filter { !$0.hasPrefix("making") }.map
    { "\(steps)/\($0)" }.filter {
      (try? String(contentsOfFile: $0 + "/source.swift", encoding: .utf8))?.contains(mark) == true
    }
  }

  /// As when somebody clears the cache.
  func removeEntries() throws { for folder in entries { try FileManager.default.removeItem(atPath: folder) } }

  /// A lesson of steps that are called `a`, `b`, `c` and so on.
  ///
  /// - Parameter attributes: of each step, by its name.
  func lesson(_ steps: String..., seed: Int = 0, attributes: [String: String] = [:]) throws -> Lesson {
    let fences = zip("abcdefgh", steps).map { name, text in
      "```swift id=\(name) \(attributes[String(name)] ?? "")\n\(text)\n\(mark)\n```\n"
    }
    return try LessonReader.read("---\nseed: \(seed)\n---\n" + fences.joined(separator: "\n"), named: "test.md").lesson
  }

  func runner(
    _ lesson: Lesson, options: RunOptions = RunOptions(), cancellation: Cancellation? = nil
  ) -> LessonRunner {
    LessonRunner(lesson, root: root, environment: environment, options: options, cancellation: cancellation) {
      [weak self] in self?.events.append($0)
    }
  }

  /// What was printed to standard output since the last time.
  func takeText() -> String {
    defer { events = [] }
    return events.map { event in
      if case .record(_, let record) = event, case .text(let text) = record.content { text.text } else { "" }
    }.joined()
  }
}
