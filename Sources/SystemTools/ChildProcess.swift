// Starting a program with chosen descriptors, through posix_spawn.
import Foundation
public import StepWire

public struct ChildProcess: Sendable {
  public let pid: pid_t

  /// Starts `arguments[0]`. `descriptors` become the child's 0, 1, 2 …; all others are closed in it.
  public init(_ arguments: [String], environment: [String: String], descriptors: [CInt]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, CInt(target))
    }
    // Whatever lectern was started with stays its own, too.
    _ = close_when_started(&actions, CInt(descriptors.count))

    // Handled and ignored signals are lectern's own affair.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for pointer in argv + envp { free(pointer) } }
    argv.append(nil)
    envp.append(nil)
    var pid: pid_t = 0
    let status = posix_spawn(&pid, arguments[0], &actions, &attributes, argv, envp)
    guard status == 0 else {
      throw EnvironmentError(.cannotStart(program: arguments[0], reason: String(cString: strerror(status))))
    }
    self.pid = pid
  }

  /// Waits for its end; the exit status, or 128 + signal.
  @discardableResult
  public func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return WaitStatus(status).code
  }
}

/// What `waitpid` says of a process that ended.
package struct WaitStatus: Sendable {
  package let signal: Int32?
  package let exitCode: Int32

  package init(_ status: Int32) {
    let low = status & 0x7f
    signal = low == 0 ? nil : low
    exitCode = (status >> 8) & 0xff
  }

  package var code: Int32 { signal.map { 128 + $0 } ?? exitCode }
}
