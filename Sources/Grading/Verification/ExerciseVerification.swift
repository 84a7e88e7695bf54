// The exercises of a course, proven: several at once, and what has been judged before is not judged again.
import Foundation
import Hashing
import LessonDocuments
import StepExecution
import StepRecords
import Synchronization
import SystemTools

public struct ExerciseVerification: Sendable {
  private let course: Course
  private let catalogue: ExerciseCatalogue
  private let judge: ExerciseJudge
  private let environment: StepEnvironment?
  private let jobs: Int

  /// What came of one exercise.
  public struct Report: Equatable, Sendable {
    public var exercise: Exercise
    /// Empty if all is well.
    public var findings: [ExerciseFinding]
    public var seconds: Double
  }

  /// - Parameters:
  ///   - environment: what verdicts depend on besides the exercise, and the cache that keeps them; nil to judge anew.
  ///   - jobs: how many exercises are proven at once.
  public init(
    of course: Course, _ catalogue: ExerciseCatalogue, judge: ExerciseJudge, cachedIn environment: StepEnvironment?,
    jobs: Int = ProcessInfo.processInfo.activeProcessorCount
  ) {
    (self.course, self.catalogue, self.judge) = (course, catalogue, judge)
    (self.environment, self.jobs) = (environment, max(1, jobs))
  }

  private struct State {
    var next = 0
    var failure: (any Error)?
  }

  /// Proves exercises.
  ///
  /// - Parameter report: is given what came of each as it ends, one at a time.
  /// - Throws: what the judge stopped on: the machine lacks something, or somebody interrupted.
  public func verify(_ exercises: [Exercise], report: @escaping @Sendable (Report) -> Void) throws {
    let state = Mutex(State())
    let reporting = Mutex(())
    WorkerThreads.run(min(jobs, exercises.count)) {
      while true {
        let place = state.withLock { state -> Int? in
          guard state.failure == nil, state.next < exercises.count else { return nil }
          state.next += 1
          return state.next - 1
        }
        guard let place else { return }
        do {
          let result = try self.report(on: exercises[place])
          reporting.withLock { _ in report(result) }
        } catch {
          state.withLock { $0.failure = $0.failure ?? error }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  private func report(on exercise: Exercise) throws -> Report {
    let start = ContinuousClock.now
    var findings = ExerciseShape.findings(exercise, of: catalogue, in: course)
    let isJudged = FileManager.default.fileExists(atPath: exercise.solutionFile)
    if isJudged {
      do {
        findings += ExerciseProof.findings(exercise, try facts(of: exercise))
      } catch let fault as ExerciseFault {
        findings.append(ExerciseFinding(path: "Exercises/\(exercise.path)", "\(fault)"))
      } catch let error as ExerciseError {
        findings.append(ExerciseFinding(path: "Exercises/\(exercise.path)", "\(error)"))
      }
    }
    return Report(exercise: exercise, findings: findings, seconds: (ContinuousClock.now - start).seconds)
  }

  // MARK: Cache

  private func facts(of exercise: Exercise) throws -> JudgedExercise {
    guard let environment else { return try judge.facts(of: exercise) }
    let key = Self.key(of: exercise, environment)
    let file = { (folder: String) in "\(folder)/facts.json" }
    if let folder = environment.cache.entry(for: key),
      let data = FileManager.default.contents(atPath: file(folder)),
      let facts = try? RecordJSON.decode(JudgedExercise.self, from: data)
    {
      return facts
    }
    let facts = try judge.facts(of: exercise)
    if facts.isDecided, let bytes = try? RecordJSON.line(facts) {
      _ = try environment.cache.add(key) { folder in
        try Data(bytes).write(to: URL(fileURLWithPath: file(folder)))
      }
    }
    return facts
  }

  /// All that went in: the judge, and the exercise with its starter, which its version leaves out.
  private static func key(of exercise: Exercise, _ environment: StepEnvironment) -> String {
    let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    let judge = [environment.toolchain.identity, environment.library.identity, fileIdentity(executable) ?? ""]
    let starter = (try? exercise.givenFile()).map(SHA256.hexadecimal(of:)) ?? ""
    return ["proof 1", ExerciseVersion.of(exercise, judge: judge.joined(separator: "\n")), starter].joined(
      separator: "\n")
  }
}
