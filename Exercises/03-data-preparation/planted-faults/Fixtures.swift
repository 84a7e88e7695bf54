// What both files of probes share.
import Transformers

/// Rows of one seed, with their faults.
struct Inbox {
  /// Questions with their answers; none of them twice.
  var good: [(String, String)] = []
  var test: [(String, String)] = []
  var rows: [TrainingRow] = []

  init(seed: Int) {
    var random = SeededRandom(seed: seed)
    func pick(_ items: [String]) -> String { items[Int.random(in: items.indices, using: &random)] }
    var all: [(String, String)] = []
    var seen: Set<String> = []
    while all.count < 240 {
      let (boat, island) = (pick(Self.boats), pick(Self.islands))
      let number = Int.random(in: 10..<100, using: &random)
      let fact = [
        ("When does the \(boat) leave \(island) on winter day \(number)?", "At \(number / 8 + 6) in the morning."),
        ("How many passengers did the \(boat) bring to \(island) on trip \(number)?", "\(number + 3) passengers."),
        ("Who is on watch at \(island) in week \(number)?", "The mate of the \(boat)."),
        ("Where does the \(boat) land on \(island) when berth \(number) is taken?", "At berth \(number + 1)."),
      ][Int.random(in: 0..<4, using: &random)]
      if seen.insert(fact.0).inserted { all.append(fact) }
    }
    (good, test) = (Array(all.prefix(200)), Array(all.suffix(40)))

    for (number, (question, answer)) in good.enumerated() {
      var row = Self.row(question, answer)
      if number % 10 == 3 { row.instruction = question.replacing(" the ", with: "  the ") + " 🚢" }
      if number % 25 == 7 { row.answer += " Write to \(pick(Self.names))@harbour.example." }
      if number % 50 == 11 { row.answer += " Pay with 4539 1488 0343 6467." }
      rows.append(row)
      if number % 8 == 5, number % 25 != 7, number % 50 != 11 {
        rows.append(Self.row(question, "  " + answer.replacing(".", with: "!")))
      }
    }
    for number in 0..<12 {
      rows.append(Self.row("When is the boat back, \(pick(Self.names))?", "Look it up, you lazy blockhead!"))
      rows.append(
        Self.row("Wann kommt das Schiff \(number) heute Abend an?", "Das Schiff liegt noch immer am alten Kai."))
      rows.append(number % 2 == 0 ? Self.row("Why?", "Because of the tide.") : Self.row("What is it \(number)?", ""))
    }
    for (number, fact) in test.enumerated() where number % 2 == 0 { rows.append(Self.row(fact.0, fact.1)) }
    rows = rows.map { ($0, random.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  static func row(_ question: String, _ answer: String) -> TrainingRow {
    TrainingRow(.questionAnswer, instruction: question, answer: answer)
  }

  static let boats = ["Tern", "Dunlin", "Petrel", "Kittiwake", "Sandpiper", "Old Margit"]
  static let islands = ["Birk", "Quarne", "Fennick", "Tollum", "Ostrey", "Sandholm", "Gullhaven"]
  static let names = ["ann", "bob", "pia", "jens", "lucy", "tomasz"]

  /// What a recipe leaves of the rows: questions and answers.
  func left() throws -> [[String]] {
    let recipe = try recipe(test: test.map { Self.row($0.0, $0.1) })
    return try recipe.run(on: rows).rows.map { [$0.instruction, $0.answer] }
  }

  /// The share of the good questions that are left, as they were meant.
  func kept(_ left: [[String]]) -> Double {
    let questions = Set(left.compactMap(\.first).map(tidy))
    return Double(good.count { questions.contains($0.0) }) / Double(good.count)
  }

  private func tidy(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether rows have the form of questions and answers, and are enough to judge.
  func isSound(_ left: [[String]]) -> Bool { left.allSatisfy { $0.count == 2 } && kept(left) >= 0.5 }
}
