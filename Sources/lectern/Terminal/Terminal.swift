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

enum Key: Equatable {
  case enter
  case character(Character)
  /// Ctrl-C, also when it came as a signal.
  case interrupt
  /// The terminal is gone, or Ctrl-D.
  case end
}

/// Reads one key at a time without echo. While this value lives the terminal hands on keys instead of lines: changing
/// that for each key would lose what is typed ahead.
final class KeyReader {
  private let interrupt: Interrupt
  private let before: termios

  init(interrupt: Interrupt) {
    self.interrupt = interrupt
    var settings = termios()
    tcgetattr(STDIN_FILENO, &settings)
    before = settings
    takeKeys()
  }

  deinit { putBack() }

  /// The terminal as others expect it, around `body`.
  func lending<Result>(_ body: () -> Result) -> Result {
    putBack()
    defer { takeKeys() }
    return body()
  }

  private func takeKeys() {
    var settings = before
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }

  private func putBack() {
    var settings = before
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }

  /// Waits for a key. Function and arrow keys are swallowed.
  func next() -> Key {
    while true {
      var requests = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: interrupt.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&requests, 2, -1) > 0 else { continue }
      if requests[1].revents != 0 { return .interrupt }
      // One key at a time, so that what is typed ahead waits; an escape sequence whole.
      var bytes = [UInt8](repeating: 0, count: 16)
      var count = read(STDIN_FILENO, &bytes, 1)
      if count == 1, bytes[0] == 0x1B || bytes[0] >= 0x80 {
        var more = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        if poll(&more, 1, 5) > 0 { count += max(0, read(STDIN_FILENO, &bytes[1], 15)) }
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return .end }
      switch bytes[0] {
      case 0x0A, 0x0D: return .enter
      case 0x03: return .interrupt
      case 0x04: return .end
      case 0x1B: continue
      default:
        if let character = String(decoding: bytes[..<count], as: UTF8.self).first { return .character(character) }
      }
    }
  }
}
