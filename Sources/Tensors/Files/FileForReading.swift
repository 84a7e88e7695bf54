// A file of which any part can be read straight into memory. The numbers in it are little-endian, as are all platforms
// that Swift runs on.

internal import Foundation

package final class FileForReading {
  package let byteCount: Int
  private let path: String
  private let descriptor: Int32

  /// Throws ``SafetensorsError/cannotRead(file:reason:)``.
  package init(_ path: String) throws {
    self.path = path
    var status = stat()
    // Asked before opening: to open a pipe would wait for a writer.
    guard stat(path, &status) == 0 else { throw SafetensorsError.cannotRead(file: path, reason: systemReason()) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SafetensorsError.cannotRead(file: path, reason: "it is not a file")
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SafetensorsError.cannotRead(file: path, reason: systemReason()) }
    byteCount = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// `count` numbers from a position on.
  package func read<Number: FixedWidthInteger>(_ type: Number.Type, count: Int, at position: Int) throws -> [Number] {
    var numbers = [Number](repeating: 0, count: count)
    try numbers.withUnsafeMutableBytes { try read(into: $0, at: position) }
    return numbers
  }

  func read(into bytes: UnsafeMutableRawBufferPointer, at position: Int) throws {
    var done = 0
    while done < bytes.count {
      // A system reads at most some 2 GB at once.
      let count = pread(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(position + done))
      if count < 0 && errno == EINTR { continue }
      guard count != 0 else {
        throw SafetensorsError.cannotRead(file: path, reason: "it became shorter while it was read")
      }
      guard count > 0 else { throw SafetensorsError.cannotRead(file: path, reason: systemReason()) }
      done += count
    }
  }
}

/// What went wrong in the last call of the system.
func systemReason() -> String { String(cString: strerror(errno)) }
