// Files of rows on disk: read whole, with the reason why not, and lines added at the end of one.
internal import Foundation
internal import Messages

package enum DataFile {
  /// More would not fit in the memory of a laptop together with the rows.
  private static let largestSize = 1 << 30

  package static func read(_ path: String) throws(RowError) -> [UInt8] {
    func failure(_ reason: String) -> RowError { RowError("\(path.harmless) cannot be read: \(reason)") }
    guard !path.utf8.contains(0) else { throw failure("the path holds a NUL character") }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(String(cString: strerror(errno))) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw failure("it is a folder; name a file of rows")
    default: throw failure("it is not a file")
    }
    guard status.st_size <= largestSize else { throw failure("it is larger than \(largestSize >> 20) MB; split it") }
    do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
      throw failure(reason(error))
    }
  }

  /// Adds a line at the end and waits until it is on the disk; the file is made if need be. Behind a line that a crash
  /// cut off, a new one begins.
  package static func append(line: [UInt8], to path: String) throws(RowError) {
    let start: [UInt8] = try endsInsideLine(path) ? [UInt8(ascii: "\n")] : []
    try append(start + line + [UInt8(ascii: "\n")], to: path)
  }

  /// Adds bytes at the end and waits until they are on the disk; the file is made if need be.
  static func append(_ bytes: [UInt8], to path: String) throws(RowError) {
    func failure() -> RowError {
      RowError("\(path.harmless) cannot be written: \(String(cString: strerror(errno)))")
    }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var count = 0
    while count < bytes.count {
      let added = bytes[count...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if added < 0, errno == EINTR { continue }
      guard added > 0 else { throw failure() }
      count += added
    }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
  }

  package static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether the last line of a file is not ended; false for a file that is empty or not there.
  static func endsInsideLine(_ path: String) throws(RowError) -> Bool {
    guard isThere(path) else { return false }
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      guard try file.seekToEnd() > 0 else { return false }
      try file.seek(toOffset: file.offset() - 1)
      return try file.read(upToCount: 1) != Data("\n".utf8)
    } catch {
      throw RowError("\(path.harmless) cannot be read: \(reason(error))")
    }
  }

  private static func reason(_ error: any Error) -> String {
    let error = error as NSError
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
    for error in [error, underlying].compactMap({ $0 }) where error.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(error.code)))
    }
    return error.localizedDescription
  }
}
