// Keys from the terminal, one at a time.
import Foundation

/// Reads keys without echo. While this value lives the terminal hands on keys instead of lines: changing that for each
/// key would lose what is typed ahead.
final class KeyReader {
  private let interrupt: Interrupt
  private let windowSize = WindowSizeSignal()
  private let before: termios
  private var typed: [UInt8] = []

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

  /// Waits for a key.
  ///
  /// - Parameters:
  ///   - timeout: milliseconds; nil waits for ever.
  ///   - descriptor: is waited for too, and gives `ready` when it is readable.
  /// - Returns: nil when the time is over. A resize is told only to those who wait with a time or a descriptor, or who
  ///   ask for it.
  func next(timeout: Int? = nil, or descriptor: CInt? = nil) -> Key? {
    let deadline = timeout.map { ContinuousClock.now + .milliseconds($0) }
    while true {
      if let (key, count) = KeyDecoder.key(in: typed[...]) {
        typed.removeFirst(count)
        if let key { return key }
        continue
      }
      // The rest of a sequence comes at once; an escape alone is the key.
      let isInSequence = !typed.isEmpty
      let left = deadline.map { max(0, Int((($0 - .now) / .milliseconds(1)).rounded(.up))) }
      switch wait(isInSequence ? 25 : left, descriptor) {
      case .typed:
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return .endOfInput }
        typed += bytes[..<count]
      case .interrupted: return .interrupt
      case .resized: return .resized
      case .ready: return .ready
      case .nothing:
        if isInSequence {
          let isEscape = typed.first == 0x1B
          typed.removeFirst()
          if isEscape { return .escape }
        } else if left == 0 {
          return nil
        }
      }
    }
  }

  private enum Event { case typed, interrupted, resized, ready, nothing }

  private func wait(_ milliseconds: Int?, _ descriptor: CInt?) -> Event {
    var requests = [interrupt.descriptor, windowSize.descriptor, STDIN_FILENO].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    if let descriptor { requests.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    guard poll(&requests, nfds_t(requests.count), CInt(clamping: milliseconds ?? -1)) > 0 else { return .nothing }
    if requests[0].revents != 0 { return .interrupted }
    if requests[1].revents != 0 {
      windowSize.clear()
      return .resized
    }
    if requests[2].revents != 0 { return .typed }
    return .ready
  }
}

/// Readable when the window got another size. One for the process at a time.
private final class WindowSizeSignal {
  let descriptor: CInt
  private let writing: CInt
  nonisolated(unsafe) private static var current: CInt = -1

  init() {
    var ends: [CInt] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writing) = (ends[0], ends[1])
    Self.current = writing
    signal(SIGWINCH) { _ in
      var byte: UInt8 = 0
      let before = errno
      write(WindowSizeSignal.current, &byte, 1)
      errno = before
    }
  }

  deinit {
    signal(SIGWINCH, SIG_DFL)
    Self.current = -1
    close(descriptor)
    close(writing)
  }

  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
