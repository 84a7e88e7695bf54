// How much a process and its descendants use at this moment, from /proc.
import Foundation

struct ProcessUsage: Equatable {
  var processes = 0
  var threads = 0
  /// Resident memory that is not a file's, in bytes; what processes share counts for each.
  var memory = 0

  /// Counts at most `limit` processes; zeros when there is no such process.
  static func of(_ pid: pid_t, countingUpTo limit: Int) -> ProcessUsage {
    var usage = ProcessUsage()
    var waiting = [pid]
    while let next = waiting.popLast(), usage.processes < limit {
      guard let more = ofOne(next) else { continue }
      usage.processes += 1
      usage.threads += more.threads
      usage.memory += more.memory
      waiting += children(of: next)
    }
    return usage
  }

  private static func ofOne(_ pid: pid_t) -> ProcessUsage? {
    let lines = text(of: "/proc/\(pid)/status").split(separator: "\n")
    guard !lines.isEmpty else { return nil }
    let number = { (name: String) in
      lines.first { $0.hasPrefix(name) }.flatMap { line in
        Int(line.dropFirst(name.count).drop(while: \.isWhitespace).prefix(while: \.isNumber))
      } ?? 0
    }
    return ProcessUsage(
      processes: 1, threads: number("Threads:"), memory: (number("RssAnon:") + number("RssShmem:")) << 10)
  }

  private static func children(of pid: pid_t) -> [pid_t] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
    return threads.flatMap {
      text(of: "/proc/\(pid)/task/\($0)/children").split(separator: " ").compactMap { pid_t($0) }
    }
  }

  private static func text(of path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : ""
  }
}
