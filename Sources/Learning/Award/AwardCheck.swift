// An award judged again, exercise by exercise: what of it holds in this course.
import Grading
import Hashing
import LessonDocuments
import StepExecution

public struct AwardCheck: Equatable, Sendable {
  public var file: AwardFile
  public private(set) var findings: [Finding] = []

  public struct Finding: Equatable, Sendable {
    public var work: Award.Work
    /// What this course calls the exercise; nil if it has none of that id.
    public var title: String?
    /// What the file gets here; nil if it could not be judged.
    public var earned: Int?
    public var points: Int?
    /// Why it does not hold; nil if it does.
    public var reason: String?

    public var holds: Bool { reason == nil }
  }

  public init(_ file: AwardFile) { self.file = file }

  /// Whether everything that can be proven is, and the page shows nothing else.
  public var holds: Bool {
    if case .changed = file.page { return false }
    return findings.allSatisfy(\.holds)
  }

  /// Judges one of the award's works.
  ///
  /// - Parameter exercise: of this course, by the work's id; nil if there is none.
  /// - Throws: what stops all judging, see `Judging`.
  public mutating func add(_ work: Award.Work, exercise: Exercise?, judging: Judging) throws {
    var finding = Finding(work: work, title: exercise?.title)
    defer { findings.append(finding) }
    guard let exercise else {
      finding.reason = "this course has no exercise of that name, so nothing here can judge it"
      return
    }
    let bytes = Array(work.source.utf8)
    let verdict = try judging(exercise, bytes)
    if verdict.verdict != .couldNotCheck { (finding.earned, finding.points) = (verdict.earned, verdict.points) }
    finding.reason = Self.reason(work, exercise, verdict, sha256: SHA256.hexadecimal(of: bytes))
  }

  private static func reason(
    _ work: Award.Work, _ exercise: Exercise, _ verdict: Verdict, sha256: String
  ) -> String? {
    switch verdict.verdict {
    case .couldNotCheck: return "it could not be checked: \(verdict.message ?? "no reason is known")"
    case .failed:
      let failed =
        verdict.probes.first { $0.status != .passed }.map { ", beginning with the probe \"\($0.name)\"" } ?? ""
      return "its file gets \(verdict.earned) of \(verdict.points) points here\(failed)"
        + (verdict.message.map { ": \($0)" } ?? "")
    case .passed: break
    }
    if (work.earned, work.points) != (verdict.earned, verdict.points) {
      return "the award says \(work.earned) of \(work.points) points; its file gets \(verdict.earned) of "
        + "\(verdict.points) here"
    }
    if work.sha256 != sha256 { return "its file is not the one whose SHA-256 the award names" }
    if work.title != exercise.title {
      return "the award calls it \(work.title.quoted); here it is \(exercise.title.quoted)"
    }
    return nil
  }
}
