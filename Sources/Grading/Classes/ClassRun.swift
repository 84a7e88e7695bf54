// Grades a class: submissions side by side on threads, each on its own; results and gradebook as they come.
import Foundation
import LessonDocuments
import StepExecution
import Synchronization
import SystemTools

/// What is told of a run when it has ended.
public struct ClassSummary: Equatable, Sendable {
  public var students = 0
  /// Files judged now, and those whose results were there.
  public var judged = 0
  public var reused = 0
  /// Files that were not handed in.
  public var missing = 0
  /// With the exercises that could not be checked.
  public var couldNotCheck: [(student: String, exercises: [String])] = []
  /// With the sentence why.
  public var refused: [(student: String, reason: String)] = []

  public static func == (a: Self, b: Self) -> Bool {
    (a.students, a.judged, a.reused, a.missing) == (b.students, b.judged, b.reused, b.missing)
      && a.couldNotCheck.elementsEqual(b.couldNotCheck, by: ==) && a.refused.elementsEqual(b.refused, by: ==)
  }
}

public struct ClassRun: Sendable {
  private let submissions: [Submission]
  private let grading: SubmissionGrading
  private let exercises: [Exercise]
  private let gradebook: Gradebook
  private let jobs: Int
  private let author: String

  /// - Parameters:
  ///   - only: a student who alone is graded, and anew.
  ///   - judge: changes when what judges does: a compiler, a library.
  ///   - jobs: how many submissions at once, from 1.
  ///   - author: who is said to have changed times, if `times` does.
  /// - Throws: `ClassError`
  public init(
    _ folder: SubmissionsFolder, exercises: [Exercise], output: OutputFolder, gradebook: Gradebook,
    only: String? = nil, times: HandInTimes = .ofFiles, jobs: Int, judge: String, author: String,
    cancellation: Cancellation? = nil, judging: @escaping Judging
  ) throws(ClassError) {
    guard !exercises.isEmpty else { throw .noExercises }
    submissions = folder.submissions.filter { only == nil || $0.student == only }
    if let only, submissions.isEmpty {
      throw .unknownStudent(name: only, nearest: NearestName.of(only, among: folder.students))
    }
    self.exercises = exercises
    self.gradebook = gradebook
    self.jobs = max(1, jobs)
    self.author = author
    let versions = exercises.map { ($0.id, ExerciseVersion.of($0, judge: judge)) }
    grading = SubmissionGrading(
      exercises: exercises, versions: Dictionary(versions) { first, _ in first }, output: output, times: times,
      judgesAgain: only != nil, judging: judging, cancellation: cancellation)
  }

  /// The exercises with the given ids, or all of them.
  ///
  /// - Parameter ids: separated by commas.
  /// - Throws: `ClassError.unknownExercise` with the nearest id.
  public static func choose(_ ids: String?, among exercises: [Exercise]) throws(ClassError) -> [Exercise] {
    guard let ids else { return exercises }
    let wanted = ids.split(separator: ",").map { String($0.drop { $0 == " " }) }
    for id in wanted where !exercises.contains(where: { $0.id == id }) {
      throw .unknownExercise(name: id, nearest: NearestName.of(id, among: exercises.map(\.id)))
    }
    return exercises.filter { wanted.contains($0.id) }
  }

  /// Where the threads are.
  fileprivate struct Progress {
    var next = 0
    var done = 0
    var summary = ClassSummary()
    var failure: (any Error)?
  }

  /// Grades all submissions and returns what became of them.
  ///
  /// - Parameter onProgress: called with how many submissions are done, of how many; never twice at once.
  /// - Throws: what stops all grading. What was judged until then is on disk, and the next run goes on from there.
  public func run(onProgress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) throws -> ClassSummary {
    try gradebook.setExercises(exercises)
    let progress = Mutex(Progress())
    WorkerThreads.run(min(jobs, submissions.count)) {
      while let submission = progress.withLock({ next(&$0) }) {
        let result = Result { try grade(submission) }
        progress.withLock { progress in
          switch result {
          case .success(let result): progress.add(result)
          case .failure(let error): progress.failure = progress.failure ?? error
          }
          progress.done += 1
          if progress.failure == nil { onProgress(progress.done, submissions.count) }
        }
      }
    }
    return try progress.withLock { progress in
      if let failure = progress.failure { throw failure }
      progress.summary.sort()
      return progress.summary
    }
  }

  private func next(_ progress: inout Progress) -> Submission? {
    guard progress.failure == nil, progress.next < submissions.count else { return nil }
    progress.next += 1
    return submissions[progress.next - 1]
  }

  private func grade(_ submission: Submission) throws -> SubmissionGrading.Result {
    let result = try grading.grade(submission)
    try gradebook.record(result.outcome)
    for (file, _) in result.outcome.files {
      guard grading.times.moment(of: file.student, file.exercise) != nil else { continue }
      try gradebook.setHandedIn(
        file.handedIn, student: file.student, exercise: file.exercise, sha256: file.sha256, author: author)
    }
    return result
  }
}

extension ClassRun.Progress {
  fileprivate mutating func add(_ result: SubmissionGrading.Result) {
    let student = result.outcome.student
    summary.students += 1
    summary.judged += result.judged
    summary.reused += result.reused
    summary.missing += result.missing.count
    if !result.couldNotCheck.isEmpty { summary.couldNotCheck.append((student, result.couldNotCheck)) }
    if let refusal = result.outcome.refusal { summary.refused.append((student, refusal)) }
  }
}

extension ClassSummary {
  /// By student: threads end in any order.
  fileprivate mutating func sort() {
    couldNotCheck.sort { $0.student < $1.student }
    refused.sort { $0.student < $1.student }
  }
}
