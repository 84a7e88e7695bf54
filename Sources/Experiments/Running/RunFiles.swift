// Files of a run's folder: written whole or not at all.
internal import Foundation
internal import Messages

enum RunFiles {
  static func write(bytes: [UInt8], to path: String) throws {
    let unfinished = "\(path).\(getpid()).partial"
    let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw RunFileError.cannotWrite(path) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      sent += count
    }
    // The reason must outlive the calls that clean up.
    let isWhole = sent == bytes.count && (fsync(descriptor) == 0 || errno == EINVAL)
    let reason = errno
    close(descriptor)
    guard isWhole, rename(unfinished, path) == 0 else {
      let reason = isWhole ? errno : reason
      unlink(unfinished)
      throw RunFileError.cannotWrite(path, reason)
    }
  }

  /// As JSON, a key a line.
  static func write(json value: some Encodable, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    try write(bytes: Array(encoder.encode(value)) + [UInt8(ascii: "\n")], to: path)
  }

  /// As JSONL.
  static func write(lines values: [some Encodable], to path: String) throws {
    try write(bytes: try values.reduce(into: []) { $0 += try line($1) }, to: path)
  }

  /// As a line of JSON.
  static func line(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(value)) + [UInt8(ascii: "\n")]
  }

  static func makeFolder(_ path: String) throws {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      throw RunFileError.cannotWrite(path, Int32(underlying?.code ?? 0))
    }
  }

  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}

/// A file of a run's folder that cannot be written or read.
public struct RunFileError: Error, Equatable, Sendable, CustomStringConvertible {
  public let description: String

  static func cannotWrite(_ path: String, _ reason: Int32 = errno) -> RunFileError {
    RunFileError(description: "cannot write \(path.harmless): \(String(cString: strerror(reason)))")
  }
}
