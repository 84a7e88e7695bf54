// log.jsonl: written as it happens, and read again, whatever a kill left of it.
internal import Foundation
internal import DataPreparation

/// The lines of a run's log.
public enum RunLog {
  /// Reads a log; what is no whole line is left out, since a run may have been killed while it wrote. Empty if there is
  /// none. Throws ``RowError`` if it cannot be read.
  public static func read(_ path: String) throws -> [RunLogLine] {
    guard FilePaths.isThere(path) else { return [] }
    let decoder = JSONDecoder()
    return try DataFile.read(path).split(separator: UInt8(ascii: "\n")).compactMap {
      try? decoder.decode(RunLogLine.self, from: Data($0))
    }
  }

  /// How far two logs tell of the same losses: how many steps of both have equal ones, and the first that has not.
  public static func comparison(_ one: [RunLogLine], _ other: [RunLogLine]) -> (equal: Int, firstDifferent: Int?) {
    func losses(_ lines: [RunLogLine]) -> [Int: Double] {
      Dictionary(lines.compactMap { line in line.loss.map { (line.step, $0) } }) { $1 }
    }
    let (one, other) = (losses(one), losses(other))
    let steps = Set(one.keys).union(other.keys).sorted()
    return (steps.count { one[$0] == other[$0] }, steps.first { one[$0] != other[$0] })
  }
}

/// Adds lines at the end of a log.
final class RunLogWriter {
  private let path: String
  private let descriptor: Int32

  /// Goes on behind the lines up to a step; those after it will be made again.
  init(_ path: String, keeping step: Int) throws {
    self.path = path
    let kept = try RunLog.read(path).filter { $0.step <= step }
    try RunFiles.write(lines: kept, to: path)
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw RunFileError.cannotWrite(path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func add(_ line: RunLogLine) throws {
    let bytes = try RunFiles.line(line)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw RunFileError.cannotWrite(path) }
      sent += count
    }
  }

  /// Waits until the lines are on the disk: before a checkpoint that relies on them.
  func flush() { fsync(descriptor) }
}
