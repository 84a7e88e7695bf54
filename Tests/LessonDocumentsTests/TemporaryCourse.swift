// A course in a folder of its own, for tests that need files.
import Foundation

struct TemporaryCourse: ~Copyable {
  let root: String

  /// - Parameter files: paths from the course's folder, and what the files hold.
  init(_ files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("lessons-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root + "/Lessons", withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(root)/\(path)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(root)/\(path)", withDestinationPath: target)
  }
}
