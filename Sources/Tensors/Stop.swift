// How the library stops on a mistake in the calling program.

/// Writes "Fatal error: " and the sentence to standard error, and traps.
///
/// Not `fatalError`, which puts this file's name in front, and not `precondition`, which loses its text in an optimised
/// library. The caller stays on the call stack, so that the learner's line can be found.
///
/// - Parameter message: the operation, the shapes and the axis, and a way out.
@inline(never)
package func stop(_ message: String) -> Never {
  var message = message
  message.withUTF8 { ck_stop($0.baseAddress, $0.count) }
}
