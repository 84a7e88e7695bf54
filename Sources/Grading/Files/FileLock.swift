// One at a time among all processes that keep progress in a folder.
import Foundation

package enum FileLock {
  /// Runs `body` while nobody else does.
  ///
  /// - Parameter path: of a file that is made if it is not there, and stays.
  package static func holding<Result, Failure: Error>(
    _ path: String, orElse failure: (FileFailure) -> Failure, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(.ofSystem) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
    return try body()
  }
}
