// The one place where a step's end becomes a sentence for the learner.
import Foundation
import LessonDocuments
import StepRecords

/// Turns endings and compiler diagnostics into failure records at their lines in the lesson.
struct FailureText {
  let lesson: Lesson
  let symbolizer: Symbolizer

  // MARK: Compiler

  func records(of failure: CompileFailure, step: Step) -> [Record] {
    failure.diagnostics.map { diagnostic in
      record(
        .compileError, at: diagnostic.position ?? step.range.start, in: diagnostic.file,
        ([diagnostic.message] + diagnostic.notes.map { "note: \($0)" }).joined(separator: "\n"))
    }
  }

  // MARK: Endings

  /// nil when the step came to its end.
  func record(of ending: StepEnding, step: Step, limits: RunLimits, compiled: [CompiledStep]) -> Record? {
    let reason: FailureRecord.Reason
    var message: String
    var frames: [HostMessage.Frame] = []
    switch ending {
    case .completed: return nil
    case .leftProcesses(let count):
      reason = .killed
      message =
        "the step came to its end and left \(Self.count(count, "process")) running, which \(count == 1 ? "was" : "were") "
        + "ended. Wait for what a step starts before its last line"
    case .lostDescriptors:
      reason = .killed
      message =
        "the step closed or replaced its standard input, output or error, or the channel on which its values are "
        + "shown. Leave descriptors 0, 1, 2 and above 239 as they are"
    case .threw(let error, let places):
      reason = .thrown
      message = error
      frames = places
    case .exited(let status, let places):
      reason = .killed
      message =
        "the step called exit(\(status)), and with its process its values would be gone. A step ends at its last line; "
        + "'return' leaves a function"
      frames = places
    case .signal(let number, let places, let sentence):
      reason = .trapped
      frames = places
      message = sentence ?? Self.sentence(forSignal: number, frames: places)
    case .notStarted(let why):
      reason = .killed
      message = "the step could not be started: \(why)"
    case .wentOver(let limit, let places):
      reason = limit == .time ? .timedOut : .killed
      message = Self.sentence(for: limit, limits: limits)
      frames = places
    case .interrupted(let places):
      reason = .killed
      message = "interrupted"
      frames = places
    case .vanished(let status):
      reason = .killed
      message =
        status.signal.map {
          "signal \($0) (\(Self.name(ofSignal: $0))) ended the step, from outside or by its own hand"
        }
        ?? "the step left by a system call, with status \(status.exitCode)"
    case .lostState:
      reason = .killed
      message = "the step ended the process of the state before it; the lesson has to run again from its first step"
    }
    let place = symbolizer.innermostPlace(of: frames, in: compiled)
    if case .signal(_, _, nil) = ending, let failure = place?.runtimeFailure { message = failure }
    guard let place, let source = lesson.steps.first(where: { $0.number == place.step })?.source else {
      return record(reason, at: SourcePosition(line: step.range.start.line, column: 0), in: lesson.path, message)
    }
    var position = source.position(line: place.line, column: max(1, place.column))
    if place.column == 0 { position.column = 0 }
    return record(reason, at: position, in: source.file, message)
  }

  /// The printed text is not what an `expect` block says.
  func record(ofMismatch lines: [DiffLine], in expectation: Expectation) -> Record {
    let text = lines.map(\.description).joined(separator: "\n")
    return record(
      .mismatch, at: SourcePosition(line: expectation.range.start.line, column: 0), in: lesson.path,
      "the output is not what is expected (- expected, + printed)\n\(text)")
  }

  /// A step that should have failed, and how it should have.
  func record(ofMissingFailure outcome: Step.Outcome, step: Step) -> Record {
    record(
      .mismatch, at: SourcePosition(line: step.range.start.line, column: 0), in: lesson.path,
      outcome == .compileError
        ? "the step says expect-compile-error, and it compiles" : "the step says expect-failure, and it came to its end"
    )
  }

  private func record(
    _ reason: FailureRecord.Reason, at position: SourcePosition, in file: String, _ message: String
  ) -> Record {
    Record(
      line: position.line,
      content: .failure(
        FailureRecord(
          reason: reason, column: position.column > 0 ? position.column : nil, message: message,
          file: file == lesson.path ? nil : file)))
  }

  // MARK: Words

  private static func sentence(for limit: RunLimits.Kind, limits: RunLimits) -> String {
    switch limit {
    case .time:
      "still running after \(seconds(limits.seconds)). Look for a loop that does not end, or give the step more time: "
        + "timeout=SECONDS on its first line, or --timeout"
    case .memory:
      "used more than \(limits.memory >> 20) MB of memory, and was ended before the machine ran out"
    case .processes:
      "started more than \(Self.count(limits.processes, "process")), and was ended with all of them"
    case .text:
      "printed more than \(limits.text >> 20) MB, and was ended. Print less, or show(…) a summary"
    case .records:
      "showed more than \(limits.records >> 20) MB of values, and was ended. Use trace=off on the step, or show(…) less"
    }
  }

  private static func sentence(forSignal number: Int32, frames: [HostMessage.Frame]) -> String {
    switch number {
    case SIGSEGV, SIGBUS:
      isEndlessRecursion(frames)
        ? "the stack is full: a function calls itself and never stops"
        : "used memory that is not there (signal \(number), \(name(ofSignal: number)))"
    case SIGILL, SIGTRAP: "the step stopped itself (a trap)"
    case SIGFPE: "an arithmetic error (signal \(number), SIGFPE)"
    case SIGABRT: "the step aborted (signal \(number), SIGABRT)"
    default: "signal \(number) (\(name(ofSignal: number))) ended the step"
    }
  }

  /// The same place again and again down the stack.
  private static func isEndlessRecursion(_ frames: [HostMessage.Frame]) -> Bool {
    guard frames.count > 30 else { return false }
    return Set(frames.dropFirst(4).map { "\($0.library) \($0.address)" }).count < frames.count / 2
  }

  private static func name(ofSignal number: Int32) -> String {
    let names: [Int32: String] = [
      SIGHUP: "SIGHUP", SIGINT: "SIGINT", SIGQUIT: "SIGQUIT", SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT",
      SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGKILL: "SIGKILL", SIGSEGV: "SIGSEGV", SIGPIPE: "SIGPIPE",
      SIGALRM: "SIGALRM", SIGTERM: "SIGTERM", SIGSTOP: "SIGSTOP", SIGSYS: "SIGSYS", SIGXCPU: "SIGXCPU",
    ]
    return names[number] ?? "see kill -l"
  }

  private static func seconds(_ value: Double) -> String {
    value == value.rounded() && value < 1e9 ? "\(Int(value)) s" : "\(value) s"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : noun.hasSuffix("s") ? "es" : "s")"
  }
}
