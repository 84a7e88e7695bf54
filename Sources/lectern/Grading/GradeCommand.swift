// `lectern grade SUBMISSIONS --out FOLDER`: from a folder of submissions to marks and reports.
import ArgumentParser
import Foundation
import Grading
import LessonDocuments
import StepExecution
import StepRecords
import Synchronization
import SystemTools

struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Grades a class.",
    discussion: """
      SUBMISSIONS holds a folder, or a .zip, .tar or .tar.gz, for each student, called as the student is. Results, the \
      gradebook and reports are written to FOLDER; open exports/html/index.html there. Run the same command again to go \
      on after an interruption, or when more was handed in: what has been judged is not judged again.

      Late policy: \(LatePolicy.syntax)

      Tables of students (--extensions, --handed-in): \(HandInTimes.syntax) As a VALUE an extension has a time such as \
      2026-12-05T12:00, or so much longer such as +2d; a time of handing in has a time.
      """)

  @Argument(help: "The folder of submissions.")
  var submissions: String

  @Option(help: "The folder for results, gradebook and reports; made if it is not there.")
  var out: String

  @Option(help: "How many submissions at once. (default: as many as there are cores)")
  var jobs: Int?

  @Option(help: "Grades one student alone, and anew.")
  var only: String?

  @Option(help: "Ids of the exercises to grade, separated by commas. (default: all of the course)")
  var exercises: String?

  @Option(help: "What lateness costs; kept in the gradebook until another is given.")
  var late: String?

  @Option(help: "A table of students who have more time.")
  var extensions: String?

  @Option(help: "A time at which everything was handed in, or a table of students. (default: the files' times)")
  var handedIn: String?

  @OptionGroup var author: AuthorOption

  @OptionGroup var containment: ContainmentOption

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs \(jobs) is out of range: 1 to 256") }
  }

  func run() throws {
    let policy = try late.map { try LateSetting($0) }
    let moreTime = try extensions.map(ExtensionTable.init)
    let times = try handedIn.map(HandInTimes.init) ?? .ofFiles
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let chosen = try ClassRun.choose(exercises, among: ExerciseCatalogue(of: course).exercises)
    let folder = try SubmissionsFolder(submissions, besides: out)
    let output = try OutputFolder(out)
    let lock = try OutputLock(output)
    let interrupt = try Interrupt()
    let judge = try judge(interrupt)
    let gradebook = try Gradebook(output.gradebookFile)
    let run = try ClassRun(
      folder, exercises: chosen, output: output, gradebook: gradebook, only: only, times: times,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, judge: judge.identity, author: author.name,
      cancellation: interrupt.cancellation, judging: judge.judging)
    if let policy { try gradebook.setLatePolicy(policy.policy, author: author.name) }
    if let moreTime { try gradebook.extend(moreTime, author: author.name) }
    for name in folder.ignored {
      StandardError.write("\(name.quoted) is neither a folder nor an archive, and is left alone\n")
    }
    let summary = try grade(run)
    let report = try GradebookExport.html.write(gradebook, to: output).first ?? output.path
    try tell(summary, report: report)
    withExtendedLifetime(lock) {}
    if !summary.couldNotCheck.isEmpty || !summary.refused.isEmpty { throw WorkFailed() }
  }

  /// What judges, and a text that changes when it would judge otherwise.
  private func judge(_ interrupt: Interrupt) throws -> (judging: Judging, identity: String) {
    let environment = try StepEnvironment.find()
    let judge = try Judge(
      environment: environment, containment: containment.containment, cancellation: interrupt.cancellation)
    let judging: Judging = { exercise, source in try judge.verdict(on: source, for: exercise) }
    return (
      judging,
      "\(environment.toolchain.identity) \(environment.library.identity) \(judge.isolation) \(judge.hasControlGroups)"
    )
  }

  private func grade(_ run: ClassRun) throws -> ClassSummary {
    let display = Mutex(ProgressDisplay(options: drawing.text(isTerminal: StandardError.isTerminal)))
    let start = ContinuousClock.now
    do {
      return try run.run { done, total in
        let progress = ProgressRecord(
          done: done, total: total, metrics: [:], seconds: (ContinuousClock.now - start).seconds)
        display.withLock { $0.show(progress, name: "submissions") }
      }
    } catch is CancellationError {
      throw GradingInterrupted()
    }
  }

  private func tell(_ summary: ClassSummary, report: String) throws {
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(GradeReport(summary, report: report)))
    case .text:
      var lines = [
        "\(summary.students) student\(summary.students == 1 ? "" : "s"): \(summary.judged) judged, "
          + "\(summary.reused) judged before, \(summary.missing) not handed in"
      ]
      lines += summary.couldNotCheck.map { student, exercises in
        "could not check \(exercises.joined(separator: ", ")) of \(student.quoted); this costs no points"
      }
      lines += summary.refused.map { student, reason in "refused \(student.quoted): \(reason)" }
      lines.append("the report: \(report)")
      StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
  }
}

/// Status 130, and how to go on.
private struct GradingInterrupted: LecternFailure {
  let status = ExitStatus.interrupted
  let message = "interrupted. What has been judged is kept: run the same command again to go on"
}

/// The JSON of `grade`.
private struct GradeReport: Encodable {
  struct Open: Encodable {
    var student: String
    var exercises: [String]
  }

  struct Refusal: Encodable {
    var student: String
    var reason: String
  }

  var students: Int
  var judged: Int
  var reused: Int
  var missing: Int
  var couldNotCheck: [Open]
  var refused: [Refusal]
  var report: String

  init(_ summary: ClassSummary, report: String) {
    (students, judged, reused, missing) = (summary.students, summary.judged, summary.reused, summary.missing)
    couldNotCheck = summary.couldNotCheck.map { Open(student: $0.student, exercises: $0.exercises) }
    refused = summary.refused.map { Refusal(student: $0.student, reason: $0.reason) }
    self.report = report
  }
}

/// Who is said to have made a change.
struct AuthorOption: ParsableArguments {
  @Option(name: .customLong("author"), help: "Who makes the change. (default: you, by the name you logged in with)")
  var given: String?

  var name: String { given ?? NSUserName() }
}

/// A late policy as it is written, or `none`.
struct LateSetting {
  let policy: LatePolicy?

  init(_ text: String) throws { policy = text == "none" ? nil : try LatePolicy(text) }
}
