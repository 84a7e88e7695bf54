// Rows as a run takes them: found by their usual names, divided, shown token by token.
import Experiments
import Foundation
import Testing

@Suite("A run's rows")
struct RunDataTests {
  /// What the tokens that are learnt, and those that are read, say together.
  private func texts(_ view: ExampleView) -> (read: String, learnt: String) {
    (
      view.tokens.filter { !$0.isLearnt }.map(\.text).joined(), view.tokens.filter(\.isLearnt).map(\.text).joined()
    )
  }

  @Test("are shown token by token: the prompt is read, the answer and the end are learnt")
  func view() throws {
    let files = try TinyRun()
    let view = try #require(try files.experiment().views(1).first)
    #expect(texts(view).read == "<|endoftext|>Question: Where is pier 0?\nAnswer:")
    #expect(texts(view).learnt == " North.<|endoftext|>")
    #expect(view.description.contains("learns  |"))
    let open = try #require(
      try files.experiment {
        $0.template.masksPrompt = false
        $0.template.endsText = false
      }.views(1).first)
    #expect(texts(open).read == "<|endoftext|>")
    #expect(texts(open).learnt == "Question: Where is pier 0?\nAnswer: North.")
  }

  @Test("that are too long lose the beginning of their prompt, never their answer")
  func cut() throws {
    let files = try TinyRun()
    let whole = try #require(try files.experiment().views(1).first)
    let most = whole.tokens.count - 4
    let view = try #require(try files.experiment { $0.template.mostTokens = most }.views(1).first)
    // One token more than the model reads at once: the last is only foreseen.
    #expect(view.tokens.count == most + 1 && view.cut.count == 3)
    #expect(texts(view).learnt == " North.<|endoftext|>")
    #expect("<|endoftext|>" + view.cut.map(\.text).joined() + texts(view).read.dropFirst(13) == texts(whole).read)
    #expect {
      try files.experiment { $0.template.mostTokens = 2 }
    } throws: {
      "\($0)".contains("the answer of rows.jsonl:1 alone has") && "\($0)".contains("(so it is with 18 rows)")
    }
  }

  @Test("of plain text become pieces in which every token is foreseen once, whatever their line ends")
  func plainText() throws {
    let files = try TinyRun()
    let lines = (0..<40).map { "Ferry \($0) sails at \($0 % 12).\n" }.joined()
    try files.write("a.txt", lines)
    try files.write("b.txt", "\u{FEFF}" + lines.replacing("1.\n", with: "1.\r\n").replacing("2.\n", with: "2.\r"))
    let (a, b) = (try files.experiment { $0.data.train = "a.txt" }, try files.experiment { $0.data.train = "b.txt" })
    #expect(a.data.training.map { $0["text"] } == b.data.training.map { $0["text"] })
    #expect(a.configuration.template.prompt == "" && a.configuration.template.answer == "{text}")
    let text = try #require(a.data.training.first?["text"])
    #expect(lines.hasPrefix(text) && text + (a.data.validation.first?["text"] ?? "") == lines)
    #expect(a.exampleCount > 3)
  }

  @Test("with evidence are divided by document; rows in both parts are counted")
  func divided() throws {
    let rows = (0..<30).map { number in
      "{\"instruction\":\"Ask \(number)?\",\"answer\":\"A \(number).\",\"evidence\":{\"file\":\"\(number % 5).md\","
        + "\"page\":1,\"start\":0,\"end\":4}}\n"
    }.joined()
    let files = try TinyRun(rows: rows)
    let data = try files.experiment { $0.data.validationShare = 0.2 }.data
    let (learnt, held) = (Set(data.training.map { $0.evidence?.file }), Set(data.validation.map { $0.evidence?.file }))
    #expect(learnt.count == 4 && held.count == 1 && learnt.isDisjoint(with: held) && data.warnings.isEmpty)

    try files.write(
      "held.jsonl", String(rows.split(separator: "\n")[7]) + "\n{\"instruction\":\"New?\",\"answer\":\"Yes.\"}")
    let leaking = try files.experiment { $0.data.validation = "held.jsonl" }.data
    #expect(leaking.warnings.count == 1)
    #expect(
      leaking.warnings.first?.hasPrefix("1 of 2 validation rows are training rows too, such as held.jsonl:1") == true)
  }

  @Test("of other columns are named in the settings; a wrong name is answered with those there are")
  func columns() throws {
    let files = try TinyRun()
    let csv = "frage;antwort;art\n" + (0..<12).map { "Wo ist \($0)?;Dort \($0).;x\n" }.joined()
    try files.write("rows.csv", csv)
    let experiment = try files.experiment {
      $0.data.train = "rows.csv"
      $0.data.columns = ["prompt": "frage", "answer": "antwort"]
    }
    #expect(try texts(experiment.views(1)[0]).read.contains("Wo ist"))
    #expect {
      try files.experiment {
        $0.data.train = "rows.csv"
        $0.data.columns = ["prompt": "fragen"]
      }
    } throws: { "\($0)".contains("no column \"fragen\", which is said to be the prompt; the nearest is \"frage\"") }
    #expect {
      try files.experiment { $0.template.prompt = "{qestion}" }
    } throws: { "\($0)".contains("template.prompt needs a column \"qestion\"") && "\($0)".contains("\"question\"") }
    #expect {
      try files.experiment { $0.template.prompt = "{question" }
    } throws: { "\($0)".contains("is not closed") }
  }

  @Test("that give nothing to learn from or to judge by are refused in words")
  func nothing() throws {
    let files = try TinyRun()
    try files.write("empty.jsonl", "")
    try files.write("one.jsonl", "{\"question\":\"Why?\",\"answer\":\"So.\"}\n")
    try files.write("blank.jsonl", "{\"question\":\"Why?\",\"answer\":\" \"}\nno JSON\n")
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: files.file("bytes.txt")))
    for (file, message) in [
      ("empty.jsonl", "has no rows"), ("one.jsonl", "of 1 rows none is left to judge by"),
      ("blank.jsonl", "of which no row is left to learn from"), ("bytes.txt", "is not UTF-8"),
      ("missing.jsonl", "No such file"), (".", "it is a folder"),
    ] {
      #expect {
        try files.experiment { $0.data.train = file }
      } throws: {
        "\($0)".contains(message)
          || {
            print($0); return false
          }("\($0)")
      }
    }
  }

  @Test("may have several right answers")
  func references() {
    #expect(RunRow(["answer": ["3"], "answers": ["3", "three"]]).references == ["3", "three"])
    #expect(RunRow(["answer": ["3"]]).references == ["3"])
  }
}
