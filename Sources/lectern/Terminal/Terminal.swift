// The terminal we talk to: its size, and single keys from it.
import Foundation

enum Terminal {
  /// Columns and rows of the terminal on standard output or error; nil if neither is one.
  static var size: (columns: Int, rows: Int)? {
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      var size = winsize()
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return (Int(size.ws_col), Int(size.ws_row))
      }
    }
    return nil
  }

  /// Whether a person sits at both ends: reads what we write, and types.
  static var isInteractive: Bool {
    StandardOutput.isTerminal && isatty(STDIN_FILENO) == 1
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }
}
