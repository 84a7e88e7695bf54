// `lectern documents add`, the real binary, killed, crowded and out of room: what was written is whole, and adding again goes on.
import Foundation
import GRDB
import Testing

@Suite("The database under processes that die, crowd, and run out of room")
struct ProcessFaultTests {
  private static let binary =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/.build/release/lectern"

  private static let documents = 150

  /// Documents of about a dozen chunks each.
  private func fill(_ folder: borrowing TemporaryFolder, word: String = "tide") throws {
    for number in 0..<Self.documents {
      let text = (0..<100).map { "Sentence \($0) of document \(number) tells of the \(word) and of what it brings." }
      try folder.write("docs/\(number).txt", text.joined(separator: " "))
    }
  }

  private func arguments(_ files: [String]) -> [String] {
    ["documents", "add"] + files + ["--database", "documents.sqlite", "--vectors", "none", "--format", "json"]
  }

  /// `lectern documents add`, started.
  private func start(
    _ files: [String], in folder: String, setup: String = ""
  ) throws -> (process: Process, errors: Pipe) {
    try #require(FileManager.default.isExecutableFile(atPath: Self.binary), "build it first: swift build -c release")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", setup + "exec \"$0\" \"$@\"", Self.binary] + arguments(files)
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let errors = Pipe()
    (process.standardError, process.standardOutput) = (errors, FileHandle.nullDevice)
    try process.run()
    return (process, errors)
  }

  /// Its status, and what it said.
  private func end(_ run: (process: Process, errors: Pipe)) -> (status: Int32, errors: String) {
    let said = String(decoding: run.errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    run.process.waitUntilExit()
    return (run.process.terminationReason == .exit ? run.process.terminationStatus : -1, said)
  }

  /// What must hold at any moment: the file is sound, and each document is there with all its chunks and words.
  private func check(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
    try DatabaseQueue(path: path).write { database in
      let verdict = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      #expect(verdict == ["ok"], sourceLocation: sourceLocation)
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty, sourceLocation: sourceLocation)
      guard try database.tableExists("words1") else { return 0 }
      try database.execute(sql: "INSERT INTO words1(words1) VALUES('integrity-check')")
      let partial = try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM document WHERE chunks <> (SELECT count(*) FROM chunk WHERE document = document.id)")
      #expect(partial == 0, sourceLocation: sourceLocation)
      let chunks = try Int.fetchOne(database, sql: "SELECT count(*) FROM chunk") ?? 0
      let counted = try Int.fetchOne(database, sql: "SELECT chunks FROM collection")
      let found = try Int.fetchOne(database, sql: "SELECT count(*) FROM words1 WHERE words1 MATCH 'tide OR wind'")
      #expect(counted == chunks && found == chunks, sourceLocation: sourceLocation)
      return try Int.fetchOne(database, sql: "SELECT count(*) FROM document") ?? 0
    }
  }

  @Test("killed at any moment it leaves whole documents, and adding again goes on behind them")
  func killed() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    var random = SystemRandomNumberGenerator()
    var counts: [Int] = []
    for round in 0..<12 {
      // What is there already is replaced.
      try fill(folder, word: round % 2 == 0 ? "tide" : "wind")
      let run = try start(["docs"], in: folder.path)
      usleep(UInt32.random(in: 20_000...300_000, using: &random))
      kill(run.process.processIdentifier, SIGKILL)
      _ = end(run)
      if FileManager.default.fileExists(atPath: folder.path + "/documents.sqlite") {
        counts.append(try check(folder.path + "/documents.sqlite"))
      }
    }
    #expect(counts == counts.sorted(), "documents that were written stay: \(counts)")
    let last = end(try start(["docs"], in: folder.path))
    #expect(last.status == 0, "\(last.errors)")
    #expect(try check(folder.path + "/documents.sqlite") == Self.documents)
    let words = try DatabaseQueue(path: folder.path + "/documents.sqlite").read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM words1 WHERE words1 MATCH 'tide'")
    }
    #expect(words == 0, "all were replaced")
  }

  @Test("three that add at once all finish, into a database that none had made")
  func crowded() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    let files = (0..<Self.documents).map { "docs/\($0).txt" }
    // Each adds what the one before it adds, and more.
    let runs = try (0..<3).map { part in
      try start(files.indices.filter { $0 % 3 <= part }.map { files[$0] }, in: folder.path)
    }
    for result in runs.map(end) { #expect(result.status == 0, "\(result.errors)") }
    #expect(try check(folder.path + "/documents.sqlite") == Self.documents)
  }

  @Test("without room it says so with status 3, keeps what was written, and goes on when there is room")
  func full() throws {
    let folder = try TemporaryFolder()
    try fill(folder)
    // Files of at most 300 kB.
    let result = end(try start(["docs"], in: folder.path, setup: "ulimit -f 300; "))
    #expect(result.status == 3 && result.errors.contains("no room"), "\(result)")
    #expect(try check(folder.path + "/documents.sqlite") < Self.documents)
    #expect(end(try start(["docs"], in: folder.path)).status == 0)
    #expect(try check(folder.path + "/documents.sqlite") == Self.documents)
  }
}
