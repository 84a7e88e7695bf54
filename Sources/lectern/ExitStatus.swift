// What the exit status says, and the sentence for each error.
import ArgumentParser
import Foundation
import Grading
import Learning
import LessonDocuments
import Retrieval
import StepExecution
import SystemTools
import YAMLTrees

enum ExitStatus: Int32 {
  case ok = 0
  /// The lesson, check or verification failed.
  case failed = 1
  /// Wrong usage, unknown lesson, unreadable input.
  case wrongUsage = 2
  /// The environment lacks something.
  case environment = 3
  case interrupted = 130

  static func of(_ error: any Error) -> ExitStatus {
    switch error {
    case is EnvironmentError: return .environment
    case is CancellationError: return .interrupted
    case let failure as any LecternFailure: return failure.status
    case let error as ClassError: return error.isOfMachine ? .environment : .wrongUsage
    case let error as ProgressError: return error.isOfMachine ? .environment : .wrongUsage
    case let error as GradebookError: return error.isOfMachine ? .environment : .wrongUsage
    case let error as DocumentDatabaseError: return error.isOfMachine ? .environment : .wrongUsage
    case is LessonError, is CourseError: return .wrongUsage
    default: return LecternCommand.exitCode(for: error) == .success ? .ok : .wrongUsage
    }
  }

  /// What is said of an error, without its newline; empty if all has been said.
  static func message(for error: any Error) -> String {
    switch error {
    // Its sentences begin with the place.
    case is LessonError, is SettingsError: return "\(error)"
    case let error as ExerciseError where error.beginsWithPlace: return "\(error)"
    case is CancellationError: return "lectern: interrupted"
    case let failure as any LecternFailure: return failure.message.isEmpty ? "" : "lectern: \(failure.message)"
    default: break
    }
    switch LecternCommand.exitCode(for: error) {
    // What the argument parser says, with the usage below; or help that was asked for.
    case .success, .validationFailure: return LecternCommand.fullMessage(for: error)
    // The errors of our modules are sentences.
    default: return "lectern: \(LecternCommand.message(for: error))"
    }
  }
}

/// An error of the command line's own.
protocol LecternFailure: Error {
  var status: ExitStatus { get }
  /// Empty if the reader has been told already.
  var message: String { get }
}

/// The command did its work, and what it worked on failed: status 1. Without a message nothing more is to be said.
struct WorkFailed: LecternFailure {
  let status = ExitStatus.failed
  let message: String

  init(_ message: String = "") { self.message = message }
}

/// Arguments or files that make no sense: status 2.
struct UsageFailure: LecternFailure {
  let status = ExitStatus.wrongUsage
  let message: String

  init(_ message: String) { self.message = message }
}

/// Standard output is gone or full.
struct OutputFailure: LecternFailure {
  let status: ExitStatus
  let message: String

  init(reason: Int32) {
    // Nobody reads any more (`lectern list | head`): that is the reader's choice.
    let isReaderGone = reason == EPIPE
    status = isReaderGone ? .failed : .environment
    message = isReaderGone ? "" : "cannot write the output: \(String(cString: strerror(reason)))"
  }
}
