// How a process that ran code ended, in words: for steps, and for submissions.
import Foundation
import StepRecords
import SystemTools

/// The sentence for each ending.
package struct EndingText: Sendable {
  /// Who ended: "the step".
  package var subject: String
  /// What gives it more time, where the reader can.
  package var moreTime: String?

  package init(
    subject: String, moreTime: String? = "give the step more time: timeout=SECONDS on its first line, or --timeout"
  ) {
    self.subject = subject
    self.moreTime = moreTime
  }

  package struct Description: Sendable {
    package var reason: FailureRecord.Reason
    package var message: String
    package var frames: [HostMessage.Frame]
  }

  /// nil when it came to its end.
  package func describe(_ ending: StepEnding, limits: RunLimits) -> Description? {
    switch ending {
    case .completed: nil
    case .leftProcesses(let count):
      Description(
        reason: .killed,
        message: "\(subject) came to its end and left \(Self.count(count, "process")) running, which "
          + "\(count == 1 ? "was" : "were") ended. Wait for what it starts before its last line", frames: [])
    case .lostDescriptors:
      Description(
        reason: .killed,
        message:
          "\(subject) closed or replaced its standard input, output or error, or the channel on which its values "
          + "are shown. Leave descriptors 0, 1, 2 and above 239 as they are", frames: [])
    case .threw(let error, let places): Description(reason: .thrown, message: error, frames: places)
    case .exited(let status, let places):
      Description(
        reason: .killed,
        message: "\(subject) called exit(\(status)), and with its process its values would be gone. Code ends at its "
          + "last line; 'return' leaves a function", frames: places)
    case .signal(let number, let places, let sentence):
      Description(
        reason: .trapped, message: sentence ?? self.sentence(forSignal: number, frames: places), frames: places)
    case .notStarted(let why):
      Description(reason: .killed, message: "\(subject) could not be started: \(why)", frames: [])
    case .wentOver(let limit, let places):
      Description(
        reason: limit == .time ? .timedOut : .killed, message: sentence(for: limit, limits: limits), frames: places)
    case .interrupted(let places): Description(reason: .killed, message: "interrupted", frames: places)
    case .vanished(let status):
      Description(
        reason: .killed,
        message: status.signal.map {
          "signal \($0) (\(Self.name(ofSignal: $0))) ended \(subject), from outside or by its own hand"
        } ?? "\(subject) left by a system call, with status \(status.exitCode)", frames: [])
    case .lostState:
      Description(
        reason: .killed,
        message: "\(subject) ended the process of the state before it; the lesson has to run again from its first step",
        frames: [])
    }
  }

  private func sentence(for limit: RunLimits.Kind, limits: RunLimits) -> String {
    switch limit {
    case .time:
      "still running after \(Self.seconds(limits.seconds)). Look for a loop that does not end"
        + (moreTime.map { ", or \($0)" } ?? "")
    case .memory:
      "used more than \(limits.memory >> 20) MB of memory, and was ended before the machine ran out"
    case .processes:
      "started more than \(Self.count(limits.processes, "process")), and was ended with all of them"
    case .threads:
      "started more than \(Self.count(limits.threads, "thread")), and was ended with all of them"
    case .text:
      "printed more than \(limits.text >> 20) MB, and was ended. Print less, or show(…) a summary"
    case .records:
      "showed more than \(limits.records >> 20) MB of values, and was ended. Use trace=off on the step, or show(…) less"
    }
  }

  private func sentence(forSignal number: Int32, frames: [HostMessage.Frame]) -> String {
    switch number {
    case SIGSEGV, SIGBUS:
      Self.isEndlessRecursion(frames)
        ? "the stack is full: a function calls itself and never stops"
        : "used memory that is not there (signal \(number), \(Self.name(ofSignal: number)))"
    case SIGILL, SIGTRAP: "\(subject) stopped itself (a trap)"
    case SIGFPE: "an arithmetic error (signal \(number), SIGFPE)"
    case SIGABRT: "\(subject) aborted (signal \(number), SIGABRT)"
    default: "signal \(number) (\(Self.name(ofSignal: number))) ended \(subject)"
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
