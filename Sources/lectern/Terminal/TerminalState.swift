// What this process changed about the terminal, put back whatever happens: at its end, at a trap, and while it is stopped.
import Foundation

/// One for the process. What handlers of signals call allocates nothing and takes no lock.
enum TerminalState {
  nonisolated(unsafe) private static var found = termios()
  nonisolated(unsafe) private static var wanted = termios()
  nonisolated(unsafe) private static var takesKeys = false
  nonisolated(unsafe) private static var screens: Int32 = 0
  nonisolated(unsafe) private static var marksPastes = false
  nonisolated(unsafe) private static var wakeUp: CInt = -1
  nonisolated(unsafe) private static var isPrepared = false

  /// Another number whenever the screen may hold something else than was drawn.
  nonisolated(unsafe) private(set) static var generation = 0

  // MARK: Keys

  /// Keys come one at a time, without echo; none of them stops the output.
  ///
  /// - Parameter sendSignals: Ctrl-C, Ctrl-Z and Ctrl-\ are signals; else they are keys like others.
  static func takeKeys(sendSignals: Bool) {
    prepare()
    if !takesKeys { tcgetattr(STDIN_FILENO, &found) }
    wanted = found
    wanted.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN | (sendSignals ? 0 : ISIG))
    wanted.c_iflag &= ~tcflag_t(IXON)
    takesKeys = true
    tcsetattr(STDIN_FILENO, TCSADRAIN, &wanted)
  }

  static func putKeysBack() {
    guard takesKeys else { return }
    takesKeys = false
    tcsetattr(STDIN_FILENO, TCSADRAIN, &found)
  }

  /// A pipe's end that gets a byte when the process goes on after it was stopped; -1 for none.
  static func wake(_ descriptor: CInt) { wakeUp = descriptor }

  // MARK: The other page

  /// Takes the terminal's other page, where pasted text comes marked. Pages may nest.
  static func enterScreen() {
    prepare()
    screens += 1
    generation += 1
    if screens == 1 { write(enter) }
  }

  static func leaveScreen() {
    guard screens > 0 else { return }
    screens -= 1
    generation += 1
    if screens == 0 { write(leave) }
  }

  /// Pasted text comes marked around `body`, on the page where we are.
  static func markingPastes<Result>(_ body: () throws -> Result) rethrows -> Result {
    marksPastes = true
    if screens == 0 { write(enterPastes) }
    defer {
      marksPastes = false
      if screens == 0 { write(leavePastes) }
    }
    return try body()
  }

  private static let enterPastes: StaticString = "\u{1b}[?2004h"
  private static let leavePastes: StaticString = "\u{1b}[?2004l"
  private static let enter: StaticString = "\u{1b}[?1049h\u{1b}[?2004h"
  private static let leave: StaticString = "\u{1b}[0m\u{1b}[?2004l\u{1b}[?25h\u{1b}[?1049l"

  private static func write(_ text: StaticString) {
    text.withUTF8Buffer { _ = Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  // MARK: Ends and stops

  private static func undo() {
    if screens > 0 { write(leave) } else if marksPastes { write(leavePastes) }
    if takesKeys { tcsetattr(STDIN_FILENO, TCSANOW, &found) }
  }

  private static func redo() {
    generation += 1
    if takesKeys { tcsetattr(STDIN_FILENO, TCSANOW, &wanted) }
    if screens > 0 { write(enter) } else if marksPastes { write(enterPastes) }
    var byte: UInt8 = 0
    if wakeUp >= 0 { _ = Foundation.write(wakeUp, &byte, 1) }
  }

  private static func prepare() {
    guard !isPrepared else { return }
    isPrepared = true
    atexit { TerminalState.undo() }
    for number in fatalSignals { handleEnd(number) }
    handleStop()
    handle(SIGCONT, SA_RESTART) { _ in
      let error = errno
      TerminalState.redo()
      errno = error
    }
  }

  private static let fatalSignals = [SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP]
  /// What was done at signals before us, by their numbers.
  nonisolated(unsafe) private static let before = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)

  /// Puts the terminal back, and leaves the rest to whoever handled the signal before: the system, or Swift's backtrace.
  private static func handleEnd(_ number: CInt) {
    var action = sigaction()
    action.__sigaction_handler.sa_sigaction = { number, information, _ in
      TerminalState.undo()
      sigaction(number, TerminalState.before + Int(number), nil)
      // What the processor reported comes again when we return; what someone sent does not.
      if (information?.pointee.si_code ?? 0) <= 0 { raise(number) }
    }
    action.sa_flags = SA_SIGINFO | SA_NODEFER
    before[Int(number)] = sigaction()
    sigaction(number, &action, before + Int(number))
  }

  private static func handleStop() {
    handle(SIGTSTP, SA_NODEFER | CInt(bitPattern: UInt32(SA_RESETHAND))) { number in
      let error = errno
      TerminalState.undo()
      // The handler is gone now, so this stops us until we are told to go on.
      raise(number)
      TerminalState.handleStop()
      errno = error
    }
  }

  /// Signals that someone else handles, or that we were started to ignore, stay as they are.
  private static func handle(_ number: CInt, _ flags: CInt, _ handler: @escaping @convention(c) (CInt) -> Void) {
    var action = sigaction()
    sigaction(number, nil, &action)
    guard action.__sigaction_handler.sa_handler == nil else { return }
    action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = flags
    sigaction(number, &action, nil)
  }
}
