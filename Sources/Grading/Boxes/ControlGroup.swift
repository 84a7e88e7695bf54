// A control group for one box: memory and processes counted by the kernel over all that runs in it, where the system
// lets us make one. Both layouts of /sys/fs/cgroup are known.
import Foundation
import Synchronization

final class ControlGroup: Sendable {
  /// One folder with all controllers, or one for each.
  private let folders: [String]

  private init(folders: [String]) { self.folders = folders }

  deinit { remove() }

  /// The files that take in a process that writes its number there.
  var entrances: [String] { folders.map { $0 + "/cgroup.procs" } }

  /// Makes one beside our own; nil where that is not allowed or the controllers are not there.
  ///
  /// - Parameter memory: bytes, of all processes together.
  static func make(memory: Int, processes: Int) -> ControlGroup? {
    let own = (try? String(contentsOfFile: "/proc/self/cgroup", encoding: .utf8)) ?? ""
    let lines = own.split(separator: "\n").map {
      $0.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    }.filter { $0.count == 3 }
    let name = "lectern-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    let paths = { (controller: String) in lines.first { $0[1].split(separator: ",").contains { $0 == controller } }?[2]
    }
    let settings: [(folders: [String], files: [(String, Int)])]
    if let memoryPath = paths("memory"), let pidsPath = paths("pids") {
      settings = [
        (
          ["/sys/fs/cgroup/memory\(memoryPath)/\(name)", "/sys/fs/cgroup/pids\(pidsPath)/\(name)"],
          [("memory.limit_in_bytes", memory), ("pids.max", processes)]
        )
      ]
    } else if let path = lines.first(where: { $0[0] == "0" })?[2] {
      // A group that holds processes has no groups with controllers below it: beside ours, or else below.
      let parent = (path as NSString).deletingLastPathComponent
      settings = [parent, path].map { base in
        (["/sys/fs/cgroup\(base == "/" ? "" : base)/\(name)"], [("memory.max", memory), ("pids.max", processes)])
      }
    } else {
      settings = []
    }
    for setting in settings {
      let group = ControlGroup(folders: setting.folders)
      let isMade = setting.folders.allSatisfy { mkdir($0, 0o755) == 0 }
      let isLimited = setting.files.allSatisfy { file, value in
        setting.folders.contains { write("\(value)", to: "\($0)/\(file)") }
      }
      if isMade, isLimited { return group }
      group.remove()
    }
    return nil
  }

  private static func write(_ text: String, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return Foundation.write(file, text, text.utf8.count) == text.utf8.count
  }

  /// Processes that have just ended are still counted for a moment.
  private func remove() {
    for folder in folders {
      for _ in 0..<50 where rmdir(folder) != 0 && errno == EBUSY { usleep(2_000) }
    }
  }
}
