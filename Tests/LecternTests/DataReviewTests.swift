// `lectern data review` and `lectern data questions`: the real binary, on a terminal and without.
import Foundation
import Testing

/// A folder with a document and the rows about it.
private struct ReviewFolder: ~Copyable {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("data review \(UUID().uuidString)").path
  static let text = "Cover page. A ticket to Birk costs six crowns. The mate opens the gate. The kiosk opens at noon.\n"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write("handbook.txt", Self.text)
    let rows = [
      ("How much does a ticket to Birk cost?", "six crowns", 12, 46), ("Who opens the gate?", "The mate", 47, 71),
      ("When does the kiosk open?", "at noon", 72, 96),
    ]
    try write(
      "rows.jsonl",
      rows.map { question, answer, start, end in
        #"{"instruction":"\#(question)","answer":"\#(answer)","evidence":{"file":"handbook.txt","page":1,"#
          + #""start":\#(start),"end":\#(end)}}"#
      }.joined(separator: "\n") + "\n")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func read(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

  func run(_ arguments: String...) async throws -> LecternResult {
    try await LecternProcess.run(["data"] + arguments, in: path)
  }
}

struct DataReviewTests {
  @Test(
    "rows are shown one by one with their evidence, and each decision is on the disk at once", .timeLimit(.minutes(3)))
  func terminal() async throws {
    let folder = try ReviewFolder()
    let window = try TerminalWindow(["data", "review", ".", "--reviewer", "ann"], in: folder.path)
    #expect(try await window.sees("row 1 of 3"))
    let screen = try await window.settled()
    #expect(screen.contains("question  How much does a ticket to Birk cost?"))
    #expect(screen.contains("evidence  Cover page. A ticket to Birk costs six crowns. The mate opens the"))
    #expect(screen.contains("handbook.txt, page 1, characters 12 to 46"))
    try window.type("k")
    #expect(try await window.sees("row 2 of 3"))
    #expect(try folder.read("review.jsonl").contains("\"verdict\":\"keep\",\"reviewer\":\"ann\""))
    try window.type("d")
    #expect(try await window.sees("row 3 of 3"))
    // Back to the second row and on without changing it.
    try window.type("b")
    #expect(try await window.sees("so far    drop"))
    try window.press("Enter")
    try window.type("e")
    #expect(try await window.sees("question  When does the kiosk open?"))
    try window.press("Enter")
    #expect(try await window.sees("answer    at noon"))
    try window.type(" sharp")
    try window.press("Enter")
    #expect(try await window.sees("Note: this answer does not stand in the evidence."))
    #expect(try await window.status() == 0)
    let lines = try folder.read("review.jsonl").split(separator: "\n")
    #expect(lines.count == 3 && lines[2].contains("\"verdict\":\"edit\"") && lines[2].contains("at noon sharp"))
  }

  @Test("a review that was stopped goes on where it was left", .timeLimit(.minutes(3)))
  func goesOn() async throws {
    let folder = try ReviewFolder()
    let first = try TerminalWindow(["data", "review", ".", "--reviewer", "ann"], in: folder.path)
    #expect(try await first.sees("row 1 of 3"))
    try first.type("k")
    #expect(try await first.sees("row 2 of 3"))
    try first.close()
    let second = try TerminalWindow(["data", "review", "rows.jsonl", "--reviewer", "ann"], in: folder.path)
    #expect(try await second.sees("row 2 of 3"))
    try second.type("q")
    #expect(try await second.status() == 0)
    #expect(try second.screen().contains("2 of 3 left"))
  }

  @Test("--apply writes the rows that stay, --log counts, and two reviewers are joined")
  func withoutTerminal() async throws {
    let folder = try ReviewFolder()
    let asked = try await folder.run("review", ".")
    #expect(asked.status == 2 && asked.errors.contains("--apply"))
    let empty = try await folder.run("review", ".", "--log", "--format", "json")
    struct Report: Decodable {
      struct Reviewer: Decodable { var reviewer: String, keep: Int, drop: Int, edit: Int }
      struct Disputed: Decodable { var row: String, instruction: String, verdicts: [String: String] }
      var rows: Int, kept: Int, edited: Int, dropped: Int, undecided: Int
      var disputed: [Disputed], reviewers: [Reviewer], written: Int?, agreement: Double?
    }
    func report(_ result: LecternResult) throws -> Report {
      try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    }
    #expect(try report(empty).undecided == 3)

    // The keys that a reviewer's log has, taken from a disputed report.
    let keys = try await Self.keys(of: folder)
    func line(_ key: String, _ verdict: String, _ reviewer: String) -> String {
      #"{"row":"\#(key)","verdict":"\#(verdict)","reviewer":"\#(reviewer)"}"# + "\n"
    }
    try folder.write("review.jsonl", line(keys[0], "keep", "ann") + line(keys[1], "drop", "ann"))
    try folder.write("bob.jsonl", line(keys[0], "keep", "bob") + line(keys[1], "keep", "bob"))
    let applied = try await folder.run("review", ".", "--apply", "--format", "json")
    #expect(try applied.status == 0 && report(applied).written == 2)
    let rows = try folder.read("reviewed.jsonl")
    #expect(rows.split(separator: "\n").count == 2 && !rows.contains("Who opens the gate?"))
    let joined = try await folder.run("review", ".", "--log", "--with", "bob.jsonl", "--format", "json")
    let both = try report(joined)
    #expect(both.disputed.map(\.instruction) == ["Who opens the gate?"] && both.agreement == 0.5)
    #expect(
      both.disputed.first?.verdicts == ["ann": "drop", "bob": "keep"]
        && both.reviewers.map(\.reviewer) == ["ann", "bob"])
    let text = try await folder.run("review", ".", "--log", "--with", "bob.jsonl")
    #expect(text.output.contains("Disputed") && text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let only = try await folder.run("review", ".", "--apply", "--only-reviewed", "--out", "kept.csv")
    #expect(try only.status == 0 && folder.read("kept.csv").split(separator: "\n").count == 2)
  }

  /// Finds the keys by a log that drops one row each time.
  private static func keys(of folder: borrowing ReviewFolder) async throws -> [String] {
    let window = try TerminalWindow(["data", "review", ".", "--reviewer", "zoe"], in: folder.path)
    for row in 1...3 {
      #expect(try await window.sees("row \(row) of 3"))
      try window.type("k")
    }
    #expect(try await window.status() == 0)
    struct Line: Decodable { var row: String }
    return try folder.read("review.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8)).row
    }
  }

  @Test("what is wrong is said, with status 2, and rows that cannot be read with status 1")
  func mistakes() async throws {
    let folder = try ReviewFolder()
    for (arguments, words) in [
      (["review", "nowhere"], "nowhere"), (["review", "handbook.txt", "--log"], ".jsonl"),
      (["review", ".", "--log", "--apply"], "exclude"),
      (["review", ".", "--apply", "--out", "rows.jsonl"], "themselves"),
      (["review", ".", "--log", "--with", "none.jsonl"], "none.jsonl"), (["review", ".", "--out", "x"], "--apply"),
      (["review", ".", "--apply", "--out", "/nowhere/x.jsonl"], "/nowhere"),
      (["questions", "nothing.txt", "--out", "q.jsonl"], "nothing.txt"),
      (["questions", "handbook.txt", "--out", "q.txt"], ".yaml"),
      (["questions", "handbook.txt", "--out", "q.yaml", "--kinds", "multihop"], "multiHop"),
      (["questions", "handbook.txt", "--out", "q.yaml", "--count", "0"], "1 or more"),
      (["questions", "handbook.txt", "--out", "q.yaml", "--writer", "nowhere"], "nowhere"),
    ] {
      let result = try await LecternProcess.run(["data"] + arguments, in: folder.path)
      #expect(result.status == 2 && result.errors.contains(words), "\(arguments): \(result.status) \(result.errors)")
    }
    try folder.write("bad.jsonl", "{\"question\":\"q\",\"answer\":\"a\"}\n{\"question\":\"q\"}\n")
    let bad = try await folder.run("review", "bad.jsonl", "--log")
    #expect(bad.status == 1 && bad.errors.contains("bad.jsonl:2: row 2: \"answer\" is missing"))
  }

  @Test("questions come as JSONL and YAML, the same for the same seed, and files that cannot be read are named")
  func questions() async throws {
    let folder = try ReviewFolder()
    let first = try await folder.run("questions", "handbook.txt", "--out", "q.jsonl", "--seed", "3", "--format", "json")
    #expect(first.status == 0, "\(first.errors)")
    struct Question: Decodable, Equatable { var type: String, question: String, answer: String }
    let lines = try folder.read("q.jsonl")
    let questions = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Question.self, from: Data($0.utf8))
    }
    #expect(questions.contains { $0.question == "Who opens the gate?" && $0.answer == "The mate" })
    let second = try await folder.run("questions", "handbook.txt", "nothing.txt", "--out", "-", "--seed", "3")
    #expect(second.status == 1 && second.errors.hasPrefix("nothing.txt: "))
    #expect(second.output == lines)
    let yaml = try await folder.run("questions", "handbook.txt", "--out", "q.yaml", "--count", "1")
    #expect(yaml.status == 0 && yaml.output.hasPrefix("1 question about 1 document"))
    #expect(try folder.read("q.yaml").hasPrefix("- type: \""))
  }

  @Test("a model writes questions, and only those stay that the text answers")
  func writer() async throws {
    let folder = try ReviewFolder()
    try folder.write(
      "facts.txt",
      "A ticket to Lille Birk costs eight crowns. A child pays four crowns to Lille Birk. The crossing to Lille Birk "
        + "takes forty-five minutes. On Lille Birk the ferries land at the old jetty.")
    let result = try await folder.run(
      "questions", "facts.txt", "--out", "-", "--kinds", "simple", "--writer", LecternProcess.root + "/BaseModel")
    #expect(result.status == 0, "\(result.errors)")
    struct Question: Decodable { var question: String, answer: String }
    let questions = try result.output.split(separator: "\n").map {
      try JSONDecoder().decode(Question.self, from: Data($0.utf8))
    }
    let text = try folder.read("facts.txt")
    #expect(!questions.isEmpty && questions.allSatisfy { text.contains($0.answer) })
  }
}
