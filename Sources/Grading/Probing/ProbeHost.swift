// A step host that answers questions about probes, each in a fork of its own: boxed for submissions, as it is for what
// the exercise itself provides.
import Foundation
import StepExecution
import StepRecords
import SystemTools

/// What came of asking a probe.
enum ProbeResult: Sendable {
  case answer(ProbeAnswer)
  /// It came to its end without an answer that can be understood, or with several.
  case malformed
  /// It did not come to its end: the sentence, and where in the submission, from 1.
  case stopped(String, line: Int?, isTimeout: Bool)
}

/// Lent to one thread at a time.
final class ProbeHost: @unchecked Sendable {
  private let start: () throws -> LivingState
  private let ending: EndingText
  private let symbolizer: Symbolizer
  private let cancellation: Cancellation?
  private var state: LivingState?

  /// - Parameters:
  ///   - subject: who stops, in the sentences: "your code".
  ///   - start: starts a host; again if a probe ended it.
  init(
    subject: String, toolchain: Toolchain, cancellation: Cancellation?, start: @escaping () throws -> LivingState
  ) throws {
    self.start = start
    self.cancellation = cancellation
    ending = EndingText(subject: subject, moreTime: nil)
    symbolizer = Symbolizer(toolchain: toolchain)
    state = try start()
  }

  /// The host goes before whatever it was started in.
  deinit { state = nil }

  /// Asks one question in a fork.
  ///
  /// - Parameters:
  ///   - file: of the probes; its library stands beside the submission's in `libraries`.
  ///   - submission: where the submission's library is for us, to find lines in it; nil not to look.
  /// - Returns: the result, and what was printed.
  func ask(
    _ question: String, of file: ProbeFile, in libraries: String, limits: RunLimits, submission: TracedLibrary? = nil
  ) throws -> (result: ProbeResult, printed: String) {
    let state = try self.state ?? start()
    self.state = state
    var answers: [[UInt8]] = []
    var printed = ""
    let request = RunRequest(
      configuration: question, entryPoint: ProbeLibraries.entryPoint, library: "\(libraries)/\(file.libraryName)",
      isKept: false)
    let ending = try StepProcess.run(request, on: state, limits: limits, cancellation: cancellation) { output in
      switch output {
      case .answer(let bytes): answers.append(bytes)
      case .text(_, let text): printed += text
      case .record: break
      }
    }
    if case .interrupted = ending { throw CancellationError() }
    switch ending {
    case .completed: break
    // The host may be gone with it, or have been told to do what it does not do: a new one for the next.
    case .lostState, .wentOver, .vanished: self.state = nil
    default: break
    }
    guard let said = self.ending.describe(ending, limits: limits) else {
      guard answers.count == 1, let answer = try? RecordJSON.decode(ProbeAnswer.self, from: answers[0]) else {
        return (.malformed, printed)
      }
      return (.answer(answer), printed)
    }
    let place = submission.flatMap { symbolizer.innermostPlace(of: said.frames, in: [$0]) }
    let message = place?.runtimeFailure.map { "\(said.message) (\($0))" } ?? said.message
    return (.stopped(message, line: place?.line, isTimeout: said.reason == .timedOut), printed)
  }
}
