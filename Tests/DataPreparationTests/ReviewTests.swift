// What reviewers decide: kept in a file that crashes and further runs do not harm, and joined when several decide.
import DataPreparation
import DocumentReading
import Foundation
import Testing

/// A folder that is gone when the test is.
private struct Folder: ~Copyable {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("review-\(UUID().uuidString)").path
  var log: String { path + "/review.jsonl" }

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text() throws -> String { try String(contentsOfFile: log, encoding: .utf8) }
  func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: log)) }
}

struct ReviewTests {
  private static let rows = ["one", "two", "three", "four"].map {
    TrainingRow(.questionAnswer, instruction: "What is \($0)?", answer: $0, score: 1)
  }

  private func decision(
    _ verdict: ReviewDecision.Verdict, _ row: Int, by reviewer: String = "ann", instruction: String? = nil,
    answer: String? = nil
  ) -> ReviewDecision {
    ReviewDecision(
      verdict, row: Self.rows[row].reviewKey, reviewer: reviewer, instruction: instruction, answer: answer)
  }

  private func log(_ decisions: ReviewDecision...) -> ReviewLog {
    var log = ReviewLog()
    for decision in decisions { log.add(decision) }
    return log
  }

  @Test("the key is that of what the row says, not of its score, its evidence or its columns")
  func key() {
    var row = Self.rows[0]
    row.score = 0.1
    row.evidence = Evidence(file: "elsewhere", page: 9, start: 1, end: 2)
    row.columns = ["pattern": "definition"]
    #expect(row.reviewKey == Self.rows[0].reviewKey && row.reviewKey.count == 16)
    for change: (inout TrainingRow) -> Void in [
      { $0.answer += " " }, { $0.instruction = "" }, { $0.input = "" }, { $0.kind = .instruction },
      { $0.turns = [.init(.user, "x")] },
    ] {
      var other = Self.rows[0]
      change(&other)
      #expect(other.reviewKey != Self.rows[0].reviewKey)
    }
  }

  @Test("decisions are lines of a file, and read again in their order")
  func onDisk() throws {
    let folder = try Folder()
    let decisions = [
      decision(.keep, 0), decision(.drop, 1, by: "né \"x\"\n"), decision(.edit, 2, instruction: "Q?", answer: "a\nb"),
    ]
    #expect(try ReviewLog.read(folder.log) == ReviewLog())
    for decision in decisions { try ReviewLog.append(decision, to: folder.log) }
    #expect(try ReviewLog.read(folder.log).decisions == decisions)
    #expect(try folder.text().split(separator: "\n").count == 3)
  }

  @Test("a line that a crash cut off is passed over, and the next decision begins a line of its own", arguments: 1...40)
  func crash(_ lost: Int) throws {
    let folder = try Folder()
    try ReviewLog.append(decision(.keep, 0), to: folder.log)
    try ReviewLog.append(decision(.drop, 1), to: folder.log)
    try folder.write(String(folder.text().dropLast(lost)))
    let before = try ReviewLog.read(folder.log)
    // Only the newline may be lost without the decision.
    #expect(before.decisions.count == (lost == 1 ? 2 : 1) && before.problems.isEmpty)
    try ReviewLog.append(decision(.edit, 2, answer: "x"), to: folder.log)
    let after = try ReviewLog.read(folder.log)
    #expect(after.decisions == before.decisions + [decision(.edit, 2, answer: "x")])
  }

  @Test("lines that are no decisions are named, and the others hold")
  func strangeLines() throws {
    let text = """
      {"row":"a","verdict":"keep","reviewer":"ann"}
      {"row":"a","verdict":"maybe","reviewer":"ann"}
      []
      {"row":"b","verdict":"drop","reviewer":"ann"}

      """
    let log = try ReviewLog.parse(Array(text.utf8), file: "review.jsonl")
    #expect(log.decisions.map(\.row) == ["a", "b"] && log.problems.map(\.line) == [2, 3])
    #expect(throws: RowError.self) { try ReviewLog.read("/tmp") }
    #expect(throws: RowError.self) { try ReviewLog.append(decision(.keep, 0), to: "/nowhere/review.jsonl") }
  }

  @Test("what is dropped goes, what is edited says the new text, the rest stays")
  func applied() {
    let log = log(decision(.keep, 0), decision(.drop, 1), decision(.edit, 2, answer: "III"))
    let reviewed = ReviewedRows(Self.rows, log: log)
    #expect(reviewed.rows.map(\.answer) == ["one", "III", "four"])
    #expect(reviewed.rows[1].instruction == "What is three?" && reviewed.rows[1].score == nil)
    #expect((reviewed.kept, reviewed.dropped, reviewed.edited, reviewed.undecided) == (1, 1, 1, 1))
    #expect(reviewed.agreement == nil)
    #expect(ReviewedRows(Self.rows, log: log, onlyReviewed: true).rows.map(\.answer) == ["one", "III"])
  }

  @Test("a later decision of the same reviewer counts")
  func changedMind() {
    let log = log(decision(.drop, 0), decision(.keep, 0))
    #expect(log.fate(of: Self.rows[0]) == .kept)
    #expect(log.decisions.count == 2)
  }

  @Test("two reviewers' logs are joined; where they want different things the row is left out and named")
  func merged() {
    let ann = log(decision(.keep, 0), decision(.keep, 1), decision(.edit, 2, answer: "III"), decision(.drop, 3))
    let bob = log(
      decision(.keep, 0, by: "bob"), decision(.drop, 1, by: "bob"), decision(.edit, 2, by: "bob", answer: "3"))
    for log in [ann.merged(with: bob), bob.merged(with: ann)] {
      let reviewed = ReviewedRows(Self.rows, log: log)
      #expect(reviewed.rows.map(\.answer) == ["one"])
      #expect(reviewed.disputed == [Self.rows[1], Self.rows[2]] && reviewed.dropped == 1)
      #expect(reviewed.decidedTwice == 3 && reviewed.agreement == 1.0 / 3)
    }
    #expect(ann.merged(with: ann).decisions.count == ann.decisions.count)
  }

  @Test("decisions hold when the rows are made again in another order, and not for rows that changed")
  func madeAgain() {
    let log = log(decision(.drop, 1), decision(.drop, 2))
    var again = Array(Self.rows.reversed())
    again[1].answer = "a new three"
    #expect(ReviewedRows(again, log: log).rows.map(\.answer) == ["four", "a new three", "one"])
  }

  @Test("of a conversation the last answer and the last question are edited")
  func conversation() {
    let row = TrainingRow(
      .conversation, instruction: "q2", answer: "a2",
      turns: [.init(.user, "q1"), .init(.assistant, "a1"), .init(.user, "q2"), .init(.assistant, "a2")])
    var log = ReviewLog()
    log.add(ReviewDecision(.edit, row: row.reviewKey, reviewer: "ann", instruction: "Q2", answer: "A2"))
    #expect(ReviewedRows([row], log: log).rows[0].turns?.map(\.text) == ["q1", "a1", "Q2", "A2"])
  }
}
