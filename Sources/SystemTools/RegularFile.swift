// The bytes of a file on disk: a regular file of a sensible size, or the reason why not.
import Foundation

package struct RegularFile {
  /// What we read whole is text that somebody reads; more is a mistake, and cmark counts in 32 bits.
  package static let largestSize = 64 << 20

  /// Why a file cannot be read, as the system says it.
  package struct Failure: Error {
    package var reason: String

    static var ofSystem: Failure { Failure(reason: String(cString: strerror(errno))) }
  }

  package let bytes: [UInt8]

  package init(_ path: String) throws(Failure) {
    // A path with a NUL would be cut there.
    guard !path.utf8.contains(0) else { throw Failure(reason: "the path holds a NUL character") }
    // Not to wait for a pipe that nobody writes.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .ofSystem }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .ofSystem }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Failure(reason: "it is a folder")
    default: throw Failure(reason: "it is not a file")
    }
    guard status.st_size <= Self.largestSize else {
      throw Failure(reason: "it is larger than \(Self.largestSize >> 20) MB")
    }
    bytes = try Self.contents(of: descriptor, size: Int(status.st_size))
  }

  private static func contents(of descriptor: Int32, size: Int) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let added = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + count }, size - count) }
      if added < 0, errno == EINTR { continue }
      guard added >= 0 else { throw .ofSystem }
      if added == 0 { break }
      count += added
    }
    return Array(bytes.prefix(count))
  }
}
