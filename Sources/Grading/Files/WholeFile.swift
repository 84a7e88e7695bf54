// Writing files so that they are there whole or not at all, also when the power fails in between.
import Foundation

/// Why a file cannot be written, as the system says it.
package struct FileFailure: Error, Equatable {
  /// An `errno`.
  package var code: Int32

  package var reason: String { String(cString: strerror(code)) }

  package static var ofSystem: FileFailure { FileFailure(code: errno) }
}

package enum WholeFile {
  /// Writes a file that takes the place of the one at `path`, if there is one.
  package static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o644) throws(FileFailure) {
    try replace(path, with: bytes, mode: mode, as: nil)
  }

  /// Writes what a file says from now on. A link stays and leads to it still; the file keeps its mode and, where we may
  /// give it away, its owner. One that may not be written is left alone.
  package static func rewrite(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
    guard let resolved = realpath(path, nil) else { throw .ofSystem }
    defer { free(resolved) }
    let file = String(cString: resolved)
    var status = stat()
    guard stat(file, &status) == 0, access(file, W_OK) == 0 else { throw .ofSystem }
    try replace(file, with: bytes, mode: 0o600, as: status)
  }

  /// - Parameter status: whose owner and mode the file gets; nil leaves those of a new file.
  private static func replace(
    _ path: String, with bytes: [UInt8], mode: mode_t, as status: stat?
  ) throws(FileFailure) {
    let making = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max)).partial"
    try create(making, bytes, mode: mode)
    if let status {
      _ = chown(making, status.st_uid, status.st_gid)
      _ = chmod(making, status.st_mode & 0o7777)
    }
    guard rename(making, path) == 0 else {
      let failure = FileFailure.ofSystem
      unlink(making)
      throw failure
    }
    syncFolder(of: path)
  }

  /// Writes a file that must not be there yet: `EEXIST` if it is.
  package static func create(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .ofSystem }
    defer { close(descriptor) }
    do throws(FileFailure) {
      try fill(descriptor, bytes)
    } catch {
      unlink(path)
      throw error
    }
  }

  private static func fill(_ descriptor: CInt, _ bytes: [UInt8]) throws(FileFailure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .ofSystem }
      sent += count
    }
    guard fsync(descriptor) == 0 else { throw .ofSystem }
  }

  private static func syncFolder(of path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// With those above it.
  package static func makeFolder(_ path: String) throws(FileFailure) {
    var made = ""
    for name in URL(fileURLWithPath: path).standardizedFileURL.path.split(separator: "/") {
      made += "/\(name)"
      guard mkdir(made, 0o755) == 0 || errno == EEXIST || isFolder(made) else { throw .ofSystem }
    }
    guard isFolder(path) else { throw FileFailure(code: ENOTDIR) }
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
