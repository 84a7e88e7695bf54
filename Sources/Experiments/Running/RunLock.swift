// One process at a time writes into a run's folder.
internal import Foundation

/// Held as long as it lives, and let go of by the system if the process is killed.
final class RunLock {
  private let descriptor: Int32

  /// Nil if another process has it. Throws if the folder cannot be written.
  init?(_ folder: RunFolder) throws {
    descriptor = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw RunFileError.cannotWrite(folder.lock) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}

extension RunFolder {
  /// Whether a process is writing into it now.
  public var isLocked: Bool {
    let descriptor = open(lock, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }
}
