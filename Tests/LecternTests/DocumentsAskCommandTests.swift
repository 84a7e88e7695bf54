// `lectern documents ask`, `summarize`, `extract`, `prove`, `trace` and `evaluate`, as they are run.
import Foundation
import Testing

struct DocumentsAskCommandTests {
  private struct Answer: Decodable {
    struct Citation: Decodable {
      var file: String
      var page: Int
      var sentence: String
    }
    var answered: Bool
    var answer: String?
    var citations: [Citation]
  }
  private struct Proof: Decodable {
    struct Model: Decodable { var unchanged: Bool }
    var before, after: Answer
    var changed, kept: Bool
    var chunksBefore, chunksAfter: Int
    var milliseconds: Double
    var models: [Model]
  }

  private func run(_ arguments: [String], in folder: String) async throws -> LecternResult {
    try await LecternProcess.run(["documents"] + arguments + ["--database", "test.sqlite"], in: folder)
  }

  private func library() async throws -> DocumentFolder {
    let folder = try DocumentFolder()
    try folder.write(
      "docs/fares.md", "# Fares\n\nA ticket for a bicycle costs three crowns. Dogs travel free of charge.\n")
    try folder.write("docs/hours.txt", "The ticket window opens at seven. It closes at noon on Sundays.")
    let added = try await run(["add", "docs", "--vectors", "none"], in: folder.path)
    #expect(added.status == 0, "\(added.errors)")
    return folder
  }

  @Test("a question is answered with the sentence, its file and its page")
  func asks() async throws {
    let folder = try await library()
    let question = "How much does a ticket for a bicycle cost?"
    let answer = try await run(["ask", question, "--format", "json"], in: folder.path).json(Answer.self)
    #expect(answer.answered)
    #expect(answer.answer?.contains("A ticket for a bicycle costs three crowns. [1]") == true)
    let citation = try #require(answer.citations.first)
    #expect(citation.file == "docs/fares.md" && citation.page == 1)
    #expect(citation.sentence == "A ticket for a bicycle costs three crowns.")
    let text = try await run(["ask", question, "--width", "40"], in: folder.path)
    #expect(text.output.contains("*three\ncrowns*") && text.output.contains("docs/fares.md"), "\(text.output)")
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 40 }, "\(text.output)")
    let plain = try await run(["ask", question, "--ascii"], in: folder.path)
    #expect(plain.output.utf8.allSatisfy { $0 < 0x7F }, "\(plain.output)")
  }

  @Test("what is not in the documents is no failure, and has no citations")
  func refuses() async throws {
    let folder = try await library()
    for question in ["Who discovered the planet Neptune?", "", "\" OR 1=1; --"] {
      let result = try await run(["ask", question, "--format", "json"], in: folder.path)
      let answer = try result.json(Answer.self)
      #expect(result.status == 0 && !answer.answered && answer.citations.isEmpty, "\(question): \(result.output)")
    }
    #expect(
      try await run(["ask", "Who discovered Neptune?"], in: folder.path).output.hasPrefix("Not in the documents.\n"))
  }

  @Test("the proof leaves the database as it was, and with --keep does not")
  func proves() async throws {
    let folder = try await library()
    try folder.write("new.txt", "The sauna raft opens in September.")
    let arguments = ["prove", "When does the sauna raft open?", "--add", "new.txt", "--format", "json"]
    for keeps in [false, true] {
      let result = try await run(arguments + (keeps ? ["--keep"] : []), in: folder.path)
      let proof = try result.json(Proof.self)
      #expect(result.status == 0 && !proof.before.answered && proof.changed && proof.kept == keeps)
      #expect(proof.after.citations.first?.sentence == "The sauna raft opens in September.")
      #expect(proof.models.allSatisfy(\.unchanged) && !proof.models.isEmpty && proof.milliseconds > 0)
      #expect(proof.chunksAfter == proof.chunksBefore + 1)
      let list = try await run(["list"], in: folder.path)
      #expect(list.output.contains("new.txt") == keeps)
    }
    let missing = try await run(["prove", "x y z", "--add", "none.txt"], in: folder.path)
    #expect(missing.status == 1 && missing.output.contains("none.txt"))
  }

  @Test("summaries, fields and traces come as text and as JSON")
  func looksFurther() async throws {
    let folder = try await library()
    for arguments in [
      ["summarize", "--words", "20"], ["extract", "money", "time", "--any"],
      ["trace", "When does the ticket window open?"],
    ] {
      let text = try await run(arguments, in: folder.path)
      #expect(text.status == 0 && text.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text.output)")
      let json = try await run(arguments + ["--format", "json"], in: folder.path)
      let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      #expect(json.status == 0 && value is [String: Any])
    }
    let fields = try await run(["extract", "money"], in: folder.path)
    #expect(fields.output.contains("three crowns") && fields.output.contains("1 row"))
  }

  @Test("a question set is counted, and weights that were fitted can be used")
  func evaluates() async throws {
    let folder = try await library()
    let lines = [
      #"{"id": "a", "question": "How much does a ticket for a bicycle cost?", "split": "development", "evidence": [{"file": "fares.md", "page": 1, "sentence": "A ticket for a bicycle costs three crowns."}]}"#,
      #"{"id": "b", "question": "Who discovered Neptune?", "split": "development", "evidence": []}"#,
      #"{"id": "c", "question": "When does the ticket window open?", "evidence": [{"file": "hours.txt", "page": 1, "sentence": "The ticket window opens at seven."}]}"#,
    ]
    try folder.write("questions.jsonl", lines.joined(separator: "\n"))
    let text = try await run(["evaluate", "questions.jsonl"], in: folder.path)
    #expect(text.status == 0 && text.output.contains("cited exactly"), "\(text.output)\(text.errors)")
    let fit = try await run(["evaluate", "questions.jsonl", "--fit"], in: folder.path)
    #expect(fit.status == 0)
    try folder.write("weights.json", fit.output)
    let asked = try await run(
      ["ask", "When does the ticket window open?", "--weights", "weights.json", "--format", "json"], in: folder.path)
    #expect(asked.status == 0, "\(asked.errors)")
  }

  @Test("what is wrong is said, with status 2")
  func mistakes() async throws {
    let folder = try await library()
    try folder.write("bad.jsonl", "{\"id\": 1}\n")
    for (arguments, words) in [
      (["ask"], "question"), (["ask", "x", "--file", "none.md"], "none.md"),
      (["ask", "x", "--weights", "bad.jsonl"], "weights"),
      (["ask", "x", "--model", "docs"], "config.json"), (["extract"], "--pattern"),
      (["extract", "--pattern", "["], "pattern"),
      (["extract", "colour"], "colour"), (["summarize", "--words", "0"], "out of range"),
      (["summarize", "none.md"], "none.md"), (["trace", "x", "--rows", "docs"], "rows.jsonl"),
      (["evaluate", "bad.jsonl"], "bad.jsonl:1:1"), (["evaluate", "none.jsonl"], "none.jsonl"),
      (["prove", "x"], "--add"),
    ] {
      let result = try await run(arguments, in: folder.path)
      #expect(result.status == 2 && result.errors.contains(words), "\(arguments): \(result.status) \(result.errors)")
    }
    let nowhere = try await LecternProcess.run(["documents", "ask", "x", "--database", "no.sqlite"], in: folder.path)
    #expect(nowhere.status == 2 && nowhere.errors.contains("documents add"))
  }
}
