// Files that get new contents, on disk.
import Foundation
import Testing

@testable import Grading

struct WholeFileTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("whole-\(UUID().uuidString)").path

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode : 0
  }

  @Test("a file that is rewritten keeps its mode, whatever the mask of new files is", arguments: [0o664, 0o600, 0o755])
  func keepsMode(_ bits: Int) throws {
    try WholeFile.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a.md"
    try WholeFile.create(path, Array("old".utf8))
    chmod(path, mode_t(bits))
    try WholeFile.rewrite(path, with: Array("new".utf8))
    #expect(try text(path) == "new")
    #expect(mode(path) & 0o7777 == mode_t(bits))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.md"])
  }

  @Test("a link stays a link, and what it leads to is rewritten")
  func keepsLink() throws {
    try WholeFile.makeFolder(folder + "/there")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try WholeFile.create(folder + "/there/a.md", Array("old".utf8))
    symlink("there/a.md", folder + "/link.md")
    try WholeFile.rewrite(folder + "/link.md", with: Array("new".utf8))
    #expect(try text(folder + "/there/a.md") == "new")
    #expect(mode(folder + "/link.md") & S_IFMT == S_IFLNK)
  }

  @Test("a file that is not there is not made")
  func missing() throws {
    try WholeFile.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: FileFailure(code: ENOENT)) { try WholeFile.rewrite(folder + "/none.md", with: []) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }
}
