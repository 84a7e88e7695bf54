import Foundation
import Testing

/// Runs a test in a new folder, which is gone afterwards.
func inTemporaryFolder(_ body: (_ folder: String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

func copy(_ reference: String, to folder: String) throws {
  let name = try #require(reference.split(separator: "/").last)
  try FileManager.default.copyItem(atPath: References.path(reference), toPath: "\(folder)/\(name)")
}

func write(_ text: String, to name: String, in folder: String) throws {
  try write(Array(text.utf8), to: name, in: folder)
}

func write(_ bytes: [UInt8], to name: String, in folder: String) throws {
  try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
}

func read(_ name: String, in folder: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
}
