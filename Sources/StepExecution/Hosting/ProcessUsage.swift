// How much a process and its descendants use at this moment, from /proc.
import Foundation

struct ProcessUsage: Equatable {
  var processes = 0
  /// Resident memory that is not a file's, in bytes.
  var memory = 0

  /// Counts at most `limit` processes; zeros when there is no such process.
  static func of(_ pid: pid_t, countingUpTo limit: Int) -> ProcessUsage {
    var usage = ProcessUsage()
    var waiting = [pid]
    while let next = waiting.popLast(), usage.processes < limit {
      guard let memory = anonymousMemory(of: next) else { continue }
      usage.processes += 1
      usage.memory += memory
      waiting += children(of: next)
    }
    return usage
  }

  private static func anonymousMemory(of pid: pid_t) -> Int? {
    let fields = text(of: "/proc/\(pid)/statm").split(separator: " ").compactMap { Int($0) }
    guard fields.count >= 3 else { return nil }
    return max(0, fields[1] - fields[2]) * pageSize
  }

  private static func children(of pid: pid_t) -> [pid_t] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
    return threads.flatMap {
      text(of: "/proc/\(pid)/task/\($0)/children").split(separator: " ").compactMap { pid_t($0) }
    }
  }

  private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

  private static func text(of path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : ""
  }
}
