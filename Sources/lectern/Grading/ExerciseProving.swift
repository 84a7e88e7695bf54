// The exercises' part of `lectern verify`.
import Foundation
import Grading
import LessonDocuments
import StepExecution
import Synchronization
import SystemTools

/// Which exercises of a course are to be proven, and what makes none.
struct ExercisesToProve {
  let course: Course
  let catalogue: ExerciseCatalogue
  let exercises: [Exercise]
  let problems: [ExerciseCatalogue.Problem]

  /// All of a course.
  init(of course: Course) throws {
    self.course = course
    catalogue = try ExerciseCatalogue(of: course)
    (exercises, problems) = (catalogue.exercises, catalogue.problems)
  }

  /// Those, of the course of the working folder.
  init(_ exercises: [Exercise]) throws {
    course = try Course.containing(FileManager.default.currentDirectoryPath)
    catalogue = try ExerciseCatalogue(of: course)
    (self.exercises, problems) = (exercises, [])
  }
}

struct ExerciseProving {
  private let work: ExercisesToProve
  private let environment: StepEnvironment
  private let containment: Judge.Containment
  private let format: ListFormat
  private let usesCache: Bool

  init(
    _ work: ExercisesToProve, environment: StepEnvironment, containment: Judge.Containment, format: ListFormat,
    usesCache: Bool
  ) {
    (self.work, self.environment, self.containment) = (work, environment, containment)
    (self.format, self.usesCache) = (format, usesCache)
  }

  /// The JSON of one exercise.
  private struct Event: Encodable {
    enum Status: String, Encodable { case ok, failed }

    var event = "exercise"
    var exercise: String?
    var path: String
    var status: Status
    var findings: [ExerciseFinding]
    var seconds: Double
  }

  /// Proves all, shows what came of each, and returns the paths of those that failed.
  func run(interrupt: Interrupt) throws -> [String] {
    let failed = FailedPaths()
    for problem in work.problems {
      let path = "Exercises/\(problem.path)"
      show(Event(path: path, status: .failed, findings: [ExerciseFinding(path: path, "\(problem.error)")], seconds: 0))
      failed.add(path)
    }
    if work.exercises.isEmpty { return failed.paths }
    let judge = try Judge(
      environment: environment, containment: containment, cancellation: interrupt.cancellation)
    let verification = ExerciseVerification(
      of: work.course, work.catalogue, judge: ExerciseJudge(judge), cachedIn: usesCache ? environment : nil)
    try verification.verify(work.exercises) { report in
      let path = "Exercises/\(report.exercise.path)"
      if !report.findings.isEmpty { failed.add(path) }
      show(
        Event(
          exercise: report.exercise.id, path: path, status: report.findings.isEmpty ? .ok : .failed,
          findings: report.findings, seconds: report.seconds))
    }
    return failed.paths
  }

  private func show(_ event: Event) {
    switch format {
    case .json: if let line = try? ListFormat.line(event) { StandardOutput.write(line) }
    case .text:
      let time = "\((event.seconds * 10).rounded() / 10) s"
      StandardOutput.write(
        event.findings.map { "\($0)\n" }.joined()
          + "\(event.status == .ok ? "ok    " : "FAILED")  \(event.path.harmless)  \(time)\n")
    }
  }
}

/// Filled while several exercises are proven at once.
private final class FailedPaths: Sendable {
  private let list = Mutex<[String]>([])

  var paths: [String] { list.withLock { $0.sorted() } }

  func add(_ path: String) { list.withLock { $0.append(path) } }
}
