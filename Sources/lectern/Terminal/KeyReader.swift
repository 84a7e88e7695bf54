// Keys from the terminal, one at a time.
import Foundation
import TextEditing

/// Reads keys without echo. While this value lives the terminal hands on keys instead of lines: changing that for each
/// key would lose what is typed ahead.
final class KeyReader {
  private let interrupt: Interrupt
  private let windowSize = WindowSizeSignal()
  private var decoder = KeyDecoder()
  private var lastByte = ContinuousClock.now
  private var sendsSignals = true

  init(interrupt: Interrupt) {
    self.interrupt = interrupt
    TerminalState.takeKeys(sendSignals: true)
  }

  deinit { TerminalState.putKeysBack() }

  /// Whether a signal asked us to stop: then `interrupt` is no key that could be answered, and whoever waits for keys
  /// comes to an end.
  var isInterrupted: Bool { interrupt.cancellation.isCancelled }

  /// The terminal as others expect it, around `body`.
  func lending<Result>(_ body: () throws -> Result) rethrows -> Result {
    TerminalState.putKeysBack()
    defer { TerminalState.takeKeys(sendSignals: sendsSignals) }
    return try body()
  }

  /// Around `body` every key is a key and nothing else: Ctrl-C comes as `interrupt` and is no signal, Ctrl-Z does not
  /// stop us.
  func withoutSignals<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = sendsSignals
    sendsSignals = false
    TerminalState.takeKeys(sendSignals: false)
    defer {
      sendsSignals = before
      TerminalState.takeKeys(sendSignals: before)
    }
    return try body()
  }

  /// Waits for a key.
  ///
  /// - Parameters:
  ///   - timeout: milliseconds; nil waits for ever.
  ///   - descriptor: is waited for too, and gives `ready` when it is readable.
  /// - Returns: nil when the time is over.
  func next(timeout: Int? = nil, or descriptor: CInt? = nil) -> Key? {
    let deadline = timeout.map { ContinuousClock.now + .milliseconds($0) }
    while true {
      if let key = decoder.next() { return key }
      let left = deadline.map { max(0, Self.milliseconds($0 - .now)) }
      let patience = decoder.patience.map { max(0, $0 - Self.milliseconds(.now - lastByte)) }
      switch wait([left, patience].compactMap(\.self).min(), descriptor) {
      case .typed:
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return .endOfInput }
        decoder.add(bytes[..<count])
        lastByte = .now
      case .interrupted: return .interrupt
      case .resized: return .resized
      case .ready: return .ready
      case .again: continue
      case .nothing:
        if let patience, patience <= left ?? .max {
          if let key = decoder.giveUp() { return key }
        } else if deadline != nil {
          return nil
        }
      }
    }
  }

  private static func milliseconds(_ duration: Duration) -> Int { Int((duration / .milliseconds(1)).rounded(.up)) }

  private enum Event { case typed, interrupted, resized, ready, again, nothing }

  private func wait(_ milliseconds: Int?, _ descriptor: CInt?) -> Event {
    var requests = [interrupt.descriptor, windowSize.descriptor, STDIN_FILENO].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    if let descriptor { requests.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    let count = poll(&requests, nfds_t(requests.count), CInt(clamping: milliseconds ?? -1))
    if count < 0 { return .again }
    if count == 0 { return .nothing }
    if requests[0].revents != 0 { return .interrupted }
    if requests[1].revents != 0 {
      windowSize.clear()
      return .resized
    }
    if requests[2].revents != 0 { return .typed }
    return .ready
  }
}

/// Readable when the window got another size, or when we go on after we were stopped. One for the process at a time.
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
    TerminalState.wake(writing)
    signal(SIGWINCH) { _ in
      var byte: UInt8 = 0
      let before = errno
      write(WindowSizeSignal.current, &byte, 1)
      errno = before
    }
    // Whoever started us may have blocked it for itself.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGWINCH)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  deinit {
    signal(SIGWINCH, SIG_DFL)
    Self.current = -1
    TerminalState.wake(-1)
    close(descriptor)
    close(writing)
  }

  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
