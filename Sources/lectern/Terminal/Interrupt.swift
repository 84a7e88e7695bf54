// Ctrl-C, and the other ways in which we are asked to stop.
import Foundation
import StepExecution
import SystemTools

/// Cancels on SIGINT, SIGTERM and SIGHUP instead of ending the process; one that we were started to ignore (`nohup`)
/// stays ignored. One for the process.
final class Interrupt: Sendable {
  let cancellation: Cancellation

  /// Written by the signal handler's only reader, before the handler is set.
  nonisolated(unsafe) private static var current: Cancellation?
  /// Only ever set, by the handler.
  nonisolated(unsafe) private static var mustEnd = false

  init() throws {
    cancellation = try Cancellation()
    Self.current = cancellation
    // Whoever started us may have blocked them for itself.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      sigaction(number, nil, &action)
      if unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        continue
      }
      sigaddset(&signals, number)
      action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        if number != SIGINT { Interrupt.mustEnd = true }
        Interrupt.current?.cancel()
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether it was more than Ctrl-C: somebody ends us, or the terminal is gone.
  var isEnding: Bool { Self.mustEnd }

  /// Readable once we were asked to stop.
  var descriptor: CInt { cancellation.waitDescriptor }
}
