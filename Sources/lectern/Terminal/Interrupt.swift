// Ctrl-C, and the other ways in which we are asked to stop.
import Foundation
import StepExecution

/// Cancels on SIGINT, SIGTERM and SIGHUP instead of ending the process. One for the process.
final class Interrupt: Sendable {
  let cancellation: Cancellation

  /// Written by the signal handler's only reader, before the handler is set.
  nonisolated(unsafe) private static var current: Cancellation?

  init() throws {
    cancellation = try Cancellation()
    Self.current = cancellation
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in Interrupt.current?.cancel() }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
  }

  /// Readable once we were asked to stop.
  var descriptor: CInt { cancellation.waitDescriptor }
}
