import Evaluation
import Foundation
import Testing

/// Votes on disk.
struct ArenaLogTests {
  private func withFile(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("votes-\(UUID().uuidString).jsonl").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test("votes are added as they are cast and read back, also behind a line that a crash cut off")
  func append() throws {
    try withFile { path in
      let votes = [
        ArenaVote(a: "base", b: "tuned", winner: .b, judge: "ada", prompt: "When?\n\"Now\" — ☃"),
        ArenaVote(a: "tuned", b: "base", winner: .tie),
      ]
      #expect(try ArenaLog.readIfThere(path).votes.isEmpty)
      try ArenaLog.append(votes[0], to: path)
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data("{\"a\":\"base\",\"b\":\"tu".utf8))
      try file.close()
      #expect(try ArenaLog.read(path) == ArenaLog(votes: [votes[0]]))
      try ArenaLog.append(votes[1], to: path)
      let log = try ArenaLog.read(path)
      #expect(log.votes == votes)
      #expect(log.problems.map(\.line) == [2])
    }
  }

  @Test("what is no vote is named with its line; line ends of Windows and a byte order mark do not matter")
  func problems() {
    let good = #"{"a":"x","b":"y","winner":"a"}"#
    let lines = [
      good, "nonsense", #"{"a":"x","winner":"a"}"#, #"{"a":"x","b":"x","winner":"tie"}"#, "",
      #"{"a":"x","b":"y","winner":"first"}"#, #"{"a":"x","b":7,"winner":"a"}"#, good,
    ]
    let log = ArenaLog.parse(
      [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: "\r\n").utf8) + [13, 10], file: "v.jsonl")
    #expect(log.votes.count == 2)
    #expect(log.problems.map(\.line) == [2, 3, 4, 6, 7])
    #expect(log.problems[1].description == #"v.jsonl:3: row 3: "b" is missing; the line has a, winner"#)
    #expect(log.problems[2].message.contains("both answers are of \"x\""))
    #expect(log.problems[3].message == #"the winner is "first"; it is a, b or tie"#)
    #expect(log.problems[4].message == #""b" is no text"#)
    #expect(ArenaLog.parse([0xFF, 0xFE, 10, 65, 10], file: "v").problems.count == 2)
    #expect(throws: (any Error).self) { try ArenaLog.read("/nowhere/votes.jsonl") }
  }
}
