// Submissions that are not the file that they should be.
import Foundation
import Testing

@Suite struct FileAttackTests {
  let course: RedTeamCourse
  init() throws { course = try RedTeamCourse.shared.get() }

  private func file(_ bytes: [UInt8]) throws -> String {
    let path = "\(course.root)/file-\(UUID().uuidString).swift"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test(
    arguments: [
      ("an empty file", []), ("a NUL", Array(RedTeamCourse.honest.utf8) + [0]),
      ("no UTF-8", Array(RedTeamCourse.honest.utf8) + [0x2f, 0x2f, 0xff, 0xc0, 0x80]),
      ("UTF-16", [0xff, 0xfe] + RedTeamCourse.honest.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
      ("a megabyte", Array(RedTeamCourse.honest.utf8) + Array(repeating: UInt8(ascii: "\n"), count: 1 << 20)),
      ("a program", [0x7f, 0x45, 0x4c, 0x46] + Array(repeating: 1, count: 5000)),
    ] as [(String, [UInt8])])
  func `what cannot be Swift earns nothing and is said so`(name: String, bytes: [UInt8]) async throws {
    let attack = try await course.attack("", at: file(bytes))
    try await course.expectNoHarm(attack)
    #expect(attack.status == 1)
    #expect(attack.verdict?.earned == 0)
    #expect(attack.verdict?.message != nil)
  }

  @Test(
    arguments: [
      ("a byte order mark", [0xef, 0xbb, 0xbf] + Array(RedTeamCourse.honest.utf8)),
      ("carriage returns", Array(RedTeamCourse.honest.replacingOccurrences(of: "\n", with: "\r\n").utf8)),
      ("no newline at the end", Array(RedTeamCourse.honest.dropLast().utf8)),
    ] as [(String, [UInt8])])
  func `what other editors write is Swift`(name: String, bytes: [UInt8]) async throws {
    let attack = try await course.attack("", at: file(bytes))
    #expect(attack.verdict?.earned == 10, "\(attack.errors)\(attack.said)")
  }

  @Test(arguments: ["folder", "pipe", "nothing", "device", "endless"])
  func `what is no file is wrong usage, at once`(kind: String) async throws {
    let path = "\(course.root)/\(kind)-\(UUID().uuidString).swift"
    switch kind {
    case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "device": #expect(symlink("/dev/zero", path) == 0)
    case "endless": #expect(symlink(path, path) == 0)
    default: break
    }
    let attack = try await course.attack("", at: path)
    #expect(!attack.wasEnded)
    #expect(attack.status == 2, "\(attack.errors)")
    #expect(!attack.errors.isEmpty)
  }

  @Test func `a link to a secret file does not show what is in it`() async throws {
    let secret = try file(Array("root:x:0:0:\(RedTeamCourse.secret)\n".utf8))
    let path = "\(course.root)/link-\(UUID().uuidString).swift"
    #expect(symlink(secret, path) == 0)
    let attack = try await course.attack("", at: path)
    try await course.expectNoHarm(attack)
    #expect(attack.verdict?.earned == 0)
  }
}
