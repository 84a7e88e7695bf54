// Rows as text: the layouts that trainers read, and the way back.
import DataPreparation
import DocumentReading
import Testing

struct RowWritingTests {
  /// One row of each kind, and rows that make it hard.
  private static let rows: [TrainingRow] = [
    TrainingRow(
      .questionAnswer, instruction: "What is a \"mooring line\"?", answer: "a rope,\nor a chain", score: 0.875,
      evidence: Evidence(file: "a, b.txt", page: 2, start: 3, end: 41),
      columns: ["pattern": "definition", "score": "x"]),
    TrainingRow(.summary, instruction: "Summarise the text.", input: "Ein langer Text é\r\n", answer: "short"),
    TrainingRow(.instruction, instruction: "Translate.", input: "Hallo 👩‍👩‍👧", answer: "hello", score: 1),
    TrainingRow(.instruction, instruction: "Say no.", answer: " no ", columns: ["rejected": "yes", "columns.x": "1"]),
    TrainingRow(
      .conversation, instruction: "and then?", answer: "the end",
      turns: [
        .init(.system, "s"), .init(.user, "begin"), .init(.assistant, "once"), .init(.user, "and then?"),
        .init(.assistant, "the end"),
      ]),
    TrainingRow(.text, answer: "just text; \u{1} and tabs\t", evidence: Evidence(file: "x", page: 1, start: 0, end: 9)),
  ]

  @Test("written and read again, all rows are the same, in each layout", arguments: RowLayout.allCases)
  func roundTrip(_ layout: RowLayout) throws {
    let rows = layout == .preference ? Self.rows.filter { $0.rejected != nil } : Self.rows
    let text = RowWriter.jsonLines(rows, layout: layout)
    let file = try RowFile.parse(Array(text.utf8), file: "r.jsonl")
    #expect(file.problems.isEmpty && file.rows.count == rows.count)
    for (read, written) in zip(file.rows, rows) { #expect(read == written, "\(layout)") }
    #expect(RowWriter.jsonLines(file.rows, layout: layout) == text)
  }

  @Test("the same as CSV")
  func csv() throws {
    let text = RowWriter.csv(Self.rows)
    let file = try RowFile.parse(Array(text.utf8), file: "r.csv")
    #expect(file.problems.isEmpty && file.rows.count == Self.rows.count)
    for (read, written) in zip(file.rows, Self.rows) { #expect(read == written) }
    #expect(try RowFile.parse(Array(RowWriter.csv([]).utf8), file: "r.csv").rows.isEmpty)
  }

  @Test("lines have the fields that trainers look for")
  func fields() {
    let row = Self.rows[0]
    #expect(
      RowWriter.jsonLines([row]) == #"{"instruction":"What is a \"mooring line\"?","answer":"a rope,\nor a chain","#
        + #""kind":"questionAnswer","score":0.875,"evidence":{"file":"a, b.txt","page":2,"start":3,"end":41},"#
        + #""columns":{"pattern":"definition","score":"x"}}"# + "\n")
    #expect(
      RowWriter.jsonLines([Self.rows[2]], layout: .instruction).hasPrefix(
        #"{"instruction":"Translate.","input":"Hallo 👩‍👩‍👧","output":"hello","#))
    #expect(
      RowWriter.jsonLines([Self.rows[2]], layout: .chat).hasPrefix(
        #"{"messages":[{"role":"user","content":"Translate.\n\nHallo 👩‍👩‍👧"},{"role":"assistant","content":"hello"}],"#))
    #expect(
      RowWriter.jsonLines(Self.rows, layout: .preference).hasPrefix(
        #"{"prompt":"Say no.","chosen":" no ","rejected":"yes","#))
  }

  @Test("ten thousand rows are written and read")
  func many() throws {
    let rows = (0..<10_000).map { TrainingRow(.questionAnswer, instruction: "number \($0)?", answer: "\($0)") }
    let read = try RowFile.parse(Array(RowWriter.jsonLines(rows).utf8), file: "r.jsonl").rows
    #expect(read == rows)
  }

  @Test("preference rows have a wrong answer of the same sort, and the seed alone decides which")
  func preferences() throws {
    let rows = Samples.pairs(Samples.handbook)
    let preferences = PreferenceRows.make(from: rows, seed: 4)
    #expect(preferences.count > 10 && preferences == PreferenceRows.make(from: rows, seed: 4))
    #expect(preferences != PreferenceRows.make(from: rows, seed: 5))
    for row in preferences {
      let rejected = try #require(row.rejected)
      #expect(!row.answer.lowercased().contains(rejected.lowercased()))
      #expect(rows.contains { $0.pattern == row.pattern && $0.answer.lowercased() == rejected.lowercased() })
    }
  }
}
