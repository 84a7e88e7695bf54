// `lectern eval arena` and `eval report`: the real binary, on a terminal and without.
import Foundation
import Testing

/// A folder with the results of two models on two tasks, as eval run leaves them.
struct ArenaFolder: ~Copyable {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("arena \(UUID().uuidString)").path

  /// What the models answered, by item: the worse model first.
  static let answers = [("in the evening", "at nine"), ("at ten", "at ten"), ("<script>alert(1)</script>", "no")]
  static let targets = ["at nine", "at ten", "no"]

  init() throws {
    try FileManager.default.createDirectory(atPath: path + "/results", withIntermediateDirectories: true)
    var samples: [String] = []
    for (place, answer) in Self.answers.enumerated() {
      for (model, text) in [("base", answer.0), ("tuned", answer.1)] {
        let score = text == Self.targets[place] ? 1 : 0
        samples.append(
          #"{"task":"ferry","model":"\#(model)","example":\#(place),"line":\#(place + 1),"#
            + #""prompt":"Question \#(place)?","targets":["\#(Self.targets[place])"],"answer":"\#(text)","#
            + #""scores":{"exact":\#(score)}}"#)
      }
    }
    for place in 0..<12 {
      for (model, right) in [("base", place % 2), ("tuned", place % 4 == 0 ? 1 : 0)] {
        let choices = [("yes", -0.1 - Double(place) / 10), ("no", -1.0)].map { text, value in
          #"{"text":"\#(text)","logLikelihood":\#(value),"unconditional":-1,"characters":3,"bytes":3}"#
        }
        samples.append(
          #"{"task":"choice","model":"\#(model)","example":\#(place),"line":\#(place + 1),"prompt":"Is \#(place) even?","#
            + #""targets":["yes"],"choices":[\#(choices.joined(separator: ","))],"right":\#(right),"picked":0,"#
            + #""scores":{"accuracy":\#(right == 0 ? 1 : 0)}}"#)
      }
    }
    try write("results/samples.jsonl", samples.joined(separator: "\n") + "\n")
    let results = [
      ("ferry", "base", "generate", "exact", 0.33, 3), ("ferry", "tuned", "generate", "exact", 1, 3),
      ("choice", "base", "choice", "accuracy", 0.5, 12), ("choice", "tuned", "choice", "accuracy", 0.75, 12),
    ].map { task, model, request, metric, value, examples in
      #"{"task":"\#(task)","model":"\#(model)","request":"\#(request)","mainMetric":"\#(metric)","cutPrompts":0,"unmeasured":{},"#
        + #""examples":\#(examples),"metrics":{"\#(metric)":{"value":\#(value),"low":\#(value / 2),"high":1}}}"#
    }
    try write("results/results.json", "[" + results.joined(separator: ",") + "]")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func read(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

  func run(_ arguments: String..., input: String = "") async throws -> LecternResult {
    try await LecternProcess.run(["eval"] + arguments, in: path, input: input)
  }

  /// Votes between three models, of which two are alike.
  func writeVotes() throws {
    var lines: [String] = []
    for place in 0..<40 {
      for (one, other, wins) in [("best", "good", 20), ("best", "poor", 36), ("good", "poor", 36)] {
        let winner = place < wins ? "a" : place == 39 ? "tie" : "b"
        lines.append(#"{"a":"\#(one)","b":"\#(other)","winner":"\#(winner)","judge":"ada"}"#)
      }
    }
    try write("votes.jsonl", lines.joined(separator: "\n") + "\n")
  }
}

private struct Ranking: Decodable {
  struct Model: Decodable {
    struct Estimate: Decodable { var value, low, high: Double }
    var model: String
    var rank, votes, wins, ties, losses: Int
    var strength, elo: Estimate
  }
  struct Judge: Decodable {
    var judge: String
    var votes: Int
  }
  var votes: Int
  var models: [Model]
  var judges: [Judge]
  var notes: [String]
}

struct EvalArenaTests {
  @Test("votes rank models, and those that cannot be told apart share a rank", .timeLimit(.minutes(3)))
  func rank() async throws {
    let folder = try ArenaFolder()
    try folder.writeVotes()
    let result = try await folder.run("arena", "votes.jsonl", "--format", "json")
    #expect(result.status == 0 && result.errors.isEmpty)
    let ranking = try JSONDecoder().decode(Ranking.self, from: Data(result.output.utf8))
    #expect(ranking.votes == 120 && ranking.models.count == 3)
    #expect(ranking.models.map(\.rank) == [1, 1, 3] && ranking.models.last?.model == "poor")
    #expect(ranking.models.allSatisfy { $0.strength.low < $0.strength.value && $0.strength.value < $0.strength.high })
    #expect(ranking.models.reduce(0) { $0 + $1.wins } == ranking.models.reduce(0) { $0 + $1.losses })
    #expect(try await folder.run("arena", "rank", "votes.jsonl", "--format", "json").output == result.output)

    let text = try await folder.run("arena", "votes.jsonl", "--width", "80").output
    #expect(text.contains("120 votes on 3 models") && text.contains("row beats column"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let ascii = try await folder.run("arena", "votes.jsonl", "--ascii").output
    #expect(ascii.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test("files without votes, and lines that are none, are said with their place", .timeLimit(.minutes(3)))
  func badVotes() async throws {
    let folder = try ArenaFolder()
    try folder.write(
      "some.jsonl",
      "{\"a\":\"x\",\"b\":\"y\",\"winner\":\"a\"}\n{\"a\":\"x\"}\n{\"a\":\"x\",\"b\":\"y\",\"winner\":\"a\"}\n")
    let some = try await folder.run("arena", "some.jsonl")
    #expect(some.status == 1 && some.errors.contains("some.jsonl:2: row 2: \"b\" is missing"))
    #expect(some.output.contains("cannot tell any two of the models apart"))
    try folder.write("none.jsonl", "")
    let none = try await folder.run("arena", "none.jsonl")
    #expect(none.status == 2 && none.errors.contains("none.jsonl holds no vote"))
    #expect(try await folder.run("arena", "missing.jsonl").status == 2)
    #expect(try await folder.run("arena", "results").errors.contains("it is a folder"))
  }

  @Test("choices on standard input become votes, in a seeded order and without names", .timeLimit(.minutes(3)))
  func votes() async throws {
    let folder = try ArenaFolder()
    let result = try await folder.run("arena", "vote", "--answers", "results", "--judge", "ann", input: "1\nt\nt\n")
    #expect(result.status == 0)
    #expect(!result.output.contains("tuned") && !result.output.contains("base"))
    #expect(result.output.contains("1 pair of answers is the same word for word"))
    let lines = try folder.read("votes.jsonl").split(separator: "\n")
    // Two items have different answers.
    #expect(lines.count == 2 && lines[0].contains("\"winner\":\"a\"") && lines[1].contains("\"winner\":\"tie\""))
    let again = try await folder.run("arena", "vote", "--answers", "results", "--judge", "ann", input: "1\n")
    #expect(again.status == 0 && again.output.contains("Nothing is left to vote on."))
    #expect(try folder.read("votes.jsonl").split(separator: "\n") == lines)
    // Another voter sees the same order.
    let ben = try await folder.run(
      "arena", "vote", "--answers", "results", "--judge", "ben", "--votes", "ben.jsonl", input: "1\nwhat\n")
    #expect(ben.status == 2 && ben.errors.contains("line 2 of the choices is \"what\"; it is 1, 2, t"))
    #expect(ben.output.contains("1 vote added to ben.jsonl"))
    let own = try folder.read("ben.jsonl").replacing("\"ben\"", with: "\"ann\"")
    #expect(own.hasPrefix(String(lines[0])))
  }

  @Test("on a terminal keys answer, and each vote is on the disk before the next is shown", .timeLimit(.minutes(3)))
  func keys() async throws {
    let folder = try ArenaFolder()
    let window = try TerminalWindow(
      ["eval", "arena", "vote", "--answers", "results", "--judge", "ann"], in: folder.path)
    #expect(try await window.sees("1 of 2"))
    #expect(try await window.sees("first is better"))
    try window.type("2")
    #expect(try await window.sees("2 of 2"))
    #expect(try folder.read("votes.jsonl").contains("\"winner\":\"b\""))
    try window.type("q")
    #expect(try await window.status() == 0)
    #expect(try folder.read("votes.jsonl").split(separator: "\n").count == 1)
  }

  @Test("a metric judges in both orders, and does not care where an answer stands", .timeLimit(.minutes(3)))
  func judge() async throws {
    let folder = try ArenaFolder()
    let result = try await folder.run("arena", "judge", "--answers", "results", "--metric", "f1")
    #expect(result.status == 0 && result.output.contains("4 votes added to votes.jsonl"))
    #expect(try folder.read("votes.jsonl").split(separator: "\n").count == 4)
    #expect(result.output.contains("f1"))
    let again = try await folder.run("arena", "judge", "--answers", "results", "--metric", "f1")
    #expect(again.status == 2 && again.errors.contains("has votes of \"f1\" already"))
    #expect(try await folder.run("arena", "judge", "--answers", "results").status == 2)
    let unknown = try await folder.run("arena", "judge", "--answers", "results", "--metric", "exakt")
    #expect(unknown.status == 2 && unknown.errors.contains("exact"))
  }

  @Test(
    "a report is one page without scripts, what models wrote is text in it, and JSON stands beside",
    .timeLimit(.minutes(3)))
  func report() async throws {
    let folder = try ArenaFolder()
    try folder.writeVotes()
    let result = try await folder.run("report", "results", "--votes", "votes.jsonl", "--out", "report.html")
    #expect(result.status == 0 && result.output.contains("2 models, 2 tasks"))
    let page = try folder.read("report.html")
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!page.contains("src=") && !page.contains("@import") && !page.contains("url("))
    for part in ["id=\"ranks\"", "id=\"reliability\"", "id=\"arena\"", "id=\"samples\"", "Win matrix"] {
      #expect(page.contains(part), "\(part)")
    }
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.read("report.json").utf8)) as? [String: Any])
    #expect(json["models"] as? [String] == ["base", "tuned"])
    #expect((json["calibration"] as? [Any])?.count == 2)
    #expect(((json["arena"] as? [String: Any])?["models"] as? [Any])?.count == 3)
    // The same input, the same bytes.
    _ = try await folder.run("report", "results", "--votes", "votes.jsonl", "--out", "again.html")
    #expect(try folder.read("again.html") == page)

    let text = try await folder.run("report", "results", "--ascii", "--width", "80").output
    #expect(text.contains("reliability on choice"))
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("a report of what is no result, or of one twice, is refused in words", .timeLimit(.minutes(3)))
  func badReport() async throws {
    let folder = try ArenaFolder()
    let twice = try await folder.run("report", "results", "results")
    #expect(twice.status == 2 && twice.errors.contains("both have \"base\" on task \"ferry\""))
    let missing = try await folder.run("report", "nowhere", "--out", "report.html")
    #expect(missing.status == 2 && missing.errors.contains("nowhere/results.json"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/report.html"))
    #expect(try await folder.run("report", "results", "--out", "report.txt").status == 2)
    try folder.write("results/results.json", "[{}]")
    let damaged = try await folder.run("report", "results")
    #expect(damaged.status == 2 && damaged.errors.contains("\"task\" is missing"))
  }
}
