// Rows through a whole recipe: counts, samples, the planted faults, and the division by document.
import DataPreparation
import DocumentReading
import Testing

struct RecipeRunTests {
  @Test("each step's rows in and out, reasons and samples are what happened to the rows")
  func counts() throws {
    var length = LengthBand()
    length.longest = 30
    let rows =
      (1...8).map { text("Text number \($0) of a few.") } + (1...5).map { text("no \($0)") }
      + [text(String(repeating: "long ", count: 9))]
    var seen: [String] = []
    let run = try Recipe([CleanText(), length]).run(on: rows) { seen.append($0.name) }
    #expect(seen == ["clean-text", "length"])
    #expect(run.rows == Array(rows.prefix(8)))
    let step = run.steps[1]
    #expect((step.rowsIn, step.rowsOut, step.dropped) == (14, 8, 6))
    #expect(step.reasons == ["too short": 5, "too long": 1])
    // One of each reason before a second of any.
    #expect(step.droppedSamples.map(\.reason) == ["too short", "too short", "too long"])
    #expect(run.steps[0].changes == ["white space": 1])
    #expect(try Recipe([CleanText(), length]).run(on: rows) == run)
  }

  @Test("the report fits its width, and names every count")
  func report() throws {
    let rows =
      [text("a  b of some length"), text("é"), pair("No question at all.", "An answer.")]
      + [text(String(repeating: "Das ist ein langer deutscher Satz\nmit Zeilen. ", count: 4))]
    let run = try Recipe.standard.run(on: rows + rows)
    for width in [60, 80, 120] {
      let lines = run.report(width: width).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= width }, "\(lines.max { $0.count < $1.count } ?? "")")
      #expect(lines.contains { $0.hasPrefix("near-duplicates") })
    }
    let report = run.report()
    #expect(report.contains("dropped 2: too short 2"))
    #expect(report.contains("not a question (No question at all.)"))
    #expect(report.contains("before a  b of some length"))
    #expect(report.contains("after  a b of some length"))
  }

  @Test("the default recipe removes every planted fault and nothing else")
  func plantedFaults() throws {
    let places = ["Sandholm", "Birk", "Lille Birk", "Ostrey", "Fennick", "Gullhaven", "Quarne", "Tollum"]
    let good = places.enumerated().flatMap { number, place in
      [
        pair("How long does the crossing to \(place) take?", "About \(20 + 5 * number) minutes.", file: "\(place).txt"),
        pair("Who looks after the landing at \(place)?", "The harbour master of \(place).", file: "\(place).txt"),
        pair(
          "Why is the path on \(place) closed in spring?", "Because sea birds breed beside it.", file: "\(place).txt"),
      ]
    }
    let long =
      "The waiting room beside the long pier is heated from October to April, and whoever waits for the first ferry"
      + " of the day may sit there from five o'clock on, with a dog or a bicycle if there is room for both of them"
    let leaked = pair("What does the handbook say of lost umbrellas?", "They are kept for a month and then given away.")
    let faults: [(reason: String, row: TrainingRow)] = [
      ("same as another row", good[3]), ("same as another row", good[10]),
      ("nearly the same as another row", text(long + " indeed.")),
      ("too short", text("Yes.")), ("question too short", pair("Why?", "Because of the weather.")),
      ("too long", text(String(repeating: "The sea is calm today, and so is the crew. ", count: 150))),
      (
        "another language",
        pair("Wie lange dauert die Überfahrt nach Birk?", "Die Überfahrt dauert ungefähr zwanzig Minuten.")
      ),
      ("another language", text("Le bateau part tous les matins du quai de pierre, sauf le dimanche.")),
      ("hurtful", pair("Where do I pay the fare?", "Shut up, you stupid blockhead, nobody likes you!")),
      ("coarse words", pair("When is the damn ferry here?", "At a quarter past nine.")),
      ("not a question", pair("The office on the market quay.", "It opens at eight.")),
      ("in the test", leaked),
      ("score below 0.5", pair("How many seats does she have?", "The captain likes tea.", score: 0.2)),
    ]
    let mail = pair(
      "How do I reach the office of the lines?", "Write to office@lines.example.org, or call 0800-123456.")
    let rows = good + [text(long + ".")] + faults.map(\.row) + [mail]

    var recipe = Recipe.standard
    var leak = TestLeak()
    leak.testRows = [leaked]
    recipe.steps = recipe.steps.map { $0 is TestLeak ? leak : $0 }
    let run = try recipe.run(on: rows)

    var masked = mail
    masked.answer = "Write to [mail], or call [phone]."
    #expect(run.rows == good + [text(long + ".")] + [masked])
    let expected = Dictionary(faults.map { ($0.reason, 1) }, uniquingKeysWith: +)
    let found = Dictionary(run.steps.flatMap { $0.reasons.map { ($0.key, $0.value) } }, uniquingKeysWith: +)
    #expect(found == expected)
  }
}

struct RowSplitTests {
  private func rows(_ counts: [Int]) -> [TrainingRow] {
    counts.enumerated().flatMap { document, count in
      (0..<count).map { pair("What is number \($0) of \(document)?", "It is \($0).", file: "\(document).txt") }
    }
  }

  private func files(_ rows: [TrainingRow]) -> Set<String> { Set(rows.compactMap { $0.evidence?.file }) }

  @Test("no document is in two parts, every row is in one, and the shares are about as asked")
  func byDocument() {
    let rows = rows((0..<60).map { 3 + $0 % 7 })
    let split = RowSplit(rows, validation: 0.1, test: 0.2, seed: 5)
    #expect(split.train.count + split.validation.count + split.test.count == rows.count)
    #expect(files(split.train).isDisjoint(with: files(split.test)))
    #expect(files(split.train).isDisjoint(with: files(split.validation)))
    #expect(files(split.validation).isDisjoint(with: files(split.test)))
    #expect(abs(Double(split.test.count) / Double(rows.count) - 0.2) < 0.02)
    #expect(abs(Double(split.validation.count) / Double(rows.count) - 0.1) < 0.02)
    #expect(split == RowSplit(rows, validation: 0.1, test: 0.2, seed: 5))
    #expect(split != RowSplit(rows, validation: 0.1, test: 0.2, seed: 6))
  }

  @Test(
    "few documents are shared out, the training rows first",
    arguments: [([9], [9, 0, 0]), ([9, 4], [9, 0, 4]), ([9, 4, 2], [9, 2, 4]), ([5, 5, 5, 5, 5], [15, 5, 5])])
  func few(_ counts: [Int], _ expected: [Int]) {
    let split = RowSplit(rows(counts), validation: 0.1, test: 0.1, seed: 1)
    #expect([split.train.count, split.validation.count, split.test.count] == expected)
  }

  @Test("a share of nothing is nothing; rows that ask the same stay together")
  func edges() {
    let split = RowSplit(rows([3, 3, 3]), validation: 0, test: 0, seed: 1)
    #expect(split.train.count == 9)
    #expect(RowSplit([], validation: 0.1, test: 0.1, seed: 1).train.isEmpty)
    let same = (0..<40).map { pair("What is it \($0 % 4)?", "Answer \($0)") }
    let parts = RowSplit(same, validation: 0.2, test: 0.2, seed: 1)
    #expect(Set(parts.train.map(\.instruction)).isDisjoint(with: parts.test.map(\.instruction)))
    #expect(!parts.test.isEmpty && !parts.validation.isEmpty)
  }
}
