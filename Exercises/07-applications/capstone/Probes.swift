// What the parts of a learner are asked. Each probe makes a company of its own, carries the parts out, and measures.
import Foundation
import Transformers

let probes = Probes {
  Probe("rows: no secret, no copy, none of the test, good ones kept", points: 4) { random in
    try Company.leftOfRows(seed: random.seed())
  } accept: { left in
    isClean(left)
  }
  Probe("a tuned model: nine in ten requests at the right desk", points: 4) {
    try sorted(seed: 5)
  } accept: { outcome in
    isWellTuned(outcome)
  }
  Probe("evaluation: the interval covers what is true, and no more", points: 5) {
    measured(by: comparison, difference: 0.12)
  } accept: { outcome in
    isHonest(outcome)
  }
  Probe("a database: the right sentence, with its file and page", points: 5) { random in
    let company = Company(seed: random.seed())
    return try company.answers(to: company.facts.filter { $0.page > 1 }.prefix(8).map(\.question))
  }
  Probe("a database: the newest notice is cited", points: 4) { random in
    let company = Company(seed: random.seed())
    return try company.answers(to: [company.newest.question])
  }
  Probe("a database: what it does not answer is refused", points: 4) { random in
    let company = Company(seed: random.seed())
    return try company.answers(to: zip(company.unanswerable, company.facts).flatMap { [$0, $1.question] })
  }
  Probe("an application: it cites, or hands over", points: 4) { random in
    try Company(seed: random.seed()).replies()
  }
}

// MARK: What is right

/// Texts that should not be there, by what is wrong with them; good questions that were lost, as one sentence.
func isClean(_ left: [String: [String]]) -> Bool { left["rows"] != ["none"] && left.values.joined().isEmpty }

/// Settings within the budget, and a model that is good, and clearly better.
func isWellTuned(_ outcome: [String: String]) -> Bool {
  ["budget": "kept", "held-out requests right": "nine in ten", "better by your interval": "yes"]
    .allSatisfy { outcome[$0.key] == $0.value }
}

/// Of 200 test sets the interval covers the truth in 95 % on average; fewer than 178 by chance once in ten thousand.
func isHonest(_ outcome: [String: Double]) -> Bool {
  let (covered, width) = (outcome["covered of 200"] ?? 0, outcome["mean width"] ?? 9)
  return covered >= 178 && covered < 200 && width <= 0.29
}

// MARK: Carrying the parts out

/// The settings as the learner has them, on requests to the company: within the budget, from the course's base model.
func sorted(seed: Int) throws -> [String: String] {
  var settings = tuning()
  let size = settings.training.batchSize * settings.training.accumulation
  guard settings.training.steps > 0, settings.training.steps <= 40, size <= 8 else { return ["budget": "not kept"] }
  let folder = NSTemporaryDirectory() + "/capstone-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let rows = Company.requests(120, seed: seed, heldOut: false).map {
    TrainingRow(.instruction, instruction: $0.text, answer: $0.desk)
  }
  try RowWriter.jsonLines(rows).write(toFile: folder + "/rows.jsonl", atomically: true, encoding: .utf8)
  settings.base = courseFolder("BaseModel")
  (settings.data, settings.evaluation.rows) = (RunConfiguration.DataSection(), 0)
  (settings.data.train, settings.training.evaluateEvery) = (folder + "/rows.jsonl", 0)
  settings.template.mostTokens = min(48, settings.template.mostTokens)
  var outcome = ["budget": "kept"]
  let asTrained = settings.template.prompt.replacing("{prompt}", with: rows[0].instruction)
  outcome["asked as it was trained"] = prompt(for: rows[0].instruction) == asTrained ? "yes" : "no"
  do { try Experiment(settings).run(in: folder + "/run") } catch is ExperimentError { outcome["run"] = "diverged" }
  guard outcome["run"] == nil else { return outcome }
  let test = Company.requests(60, seed: seed + 1, heldOut: true)
  let right = try [settings.base, folder + "/run/model"].map { model in
    let said = try TextModel.load(from: model)
      .continuations(of: test.map { prompt(for: $0.text) }, count: 6, stoppingAt: ["\n"])
    return zip(said, test).map { $0.trimmingCharacters(in: .whitespaces) == $1.desk }
  }
  let share = Estimate(share: right[1].count { $0 }, of: test.count)
  print("held-out requests right: \(share.value), 95 % from \(share.low) to \(share.high)")
  outcome["held-out requests right"] =
    share.value >= 0.9
    ? "nine in ten" : share.value >= 0.6 ? "more than half" : share.value > 0.1 ? "some" : "hardly any"
  let interval = comparison(base: right[0], tuned: right[1])
  outcome["better by your interval"] = interval.count == 3 && interval[1] > 0 ? "yes" : "no"
  return outcome
}

/// How often the interval covers the true difference, on 200 test sets of 60 items; and how wide it is.
func measured(by comparison: ([Bool], [Bool]) -> [Double], difference: Double) -> [String: Double] {
  var random = SeededRandom(seed: 90)
  var (covered, width, count) = (0, 0.0, 0)
  for _ in 0..<200 {
    var (base, tuned) = ([Bool](), [Bool]())
    for _ in 0..<60 {
      // Most items are easy or hard for both; only the others tell the models apart.
      let isEasy = Double.random(in: 0..<1, using: &random) < 0.5
      let draw = Double.random(in: 0..<1, using: &random)
      base.append(draw < 0.1 ? !isEasy : isEasy)
      tuned.append(draw > 0.9 - difference && draw < 0.9 ? true : draw >= 0.9 ? !isEasy : isEasy)
    }
    let interval = comparison(base, tuned)
    guard interval.count == 3, interval.allSatisfy(\.isFinite), interval[1] <= interval[2] else { continue }
    count += 1
    width += interval[2] - interval[1]
    // Of the items in the extra share half were right already.
    if interval[1] <= difference / 2, difference / 2 <= interval[2] { covered += 1 }
  }
  let mean = count == 0 ? 9 : width / Double(count)
  return ["covered of 200": Double(covered), "mean width": (mean * 100).rounded() / 100]
}

extension Company {
  /// What the learner's rows have that they should not, by the fault.
  static func leftOfRows(seed: Int) throws -> [String: [String]] {
    let company = Company(seed: seed)
    let good = Set(PairMaker.pairs(from: company.documents.flatMap { Chunker().chunks(of: $0) }).map(\.instruction))
    let test = Set(company.test.map(\.instruction))
    let made = try rows(from: company.documents, typed: company.typed, test: company.test)
    guard made.count > 20 else { return ["rows": ["none"]] }
    let asked = made.map(\.instruction)
    let secrets = made.filter { row in
      ["@example", "0343"].contains { "\(row.instruction) \(row.answer)".contains($0) }
    }
    let pairs = made.map { "\($0.instruction) \($0.answer)".split(separator: " ") }
    let lost = good.subtracting(test).subtracting(asked)
    return [
      "of the test": test.intersection(asked).isEmpty ? [] : ["rows of the test", "are among them"],
      "secret": secrets.isEmpty ? [] : ["a mail address or a card number", "is among them"],
      "twice": Set(pairs).count == pairs.count ? [] : ["some rows", "stand there twice"],
      "lost": lost.count * 10 <= good.count ? [] : ["more than a tenth of the good rows", "are lost"],
    ]
  }

  func database() throws -> DocumentDatabase {
    try library(documents, at: NSTemporaryDirectory() + "/company-\(UUID().uuidString).sqlite")
  }

  /// What the learner answers: sentence, file and page, or nothing.
  func answers(to questions: [String]) throws -> [[String]] {
    let database = try database()
    return try questions.map { try answer($0, from: database) }
  }

  /// What the learner's application replies to what the documents answer, and to what they do not.
  func replies() throws -> [String] {
    let database = try database()
    let asked = [facts[0], facts[6], facts[20]].map(\.question) + unanswerable.prefix(2)
    return try asked.map { question in
      try reply(to: question, from: database) { $0.contains("ticket") ? "fares" : "times" }
    }
  }
}

// MARK: The company

/// A transport company that nobody has heard of: its documents, what they say, and what people ask of it.
struct Company {
  struct Fact {
    var question: String
    var sentence: String
    var answer: String
    var file: String
    var page: Int
  }

  var documents: [SourceDocument] = []
  var facts: [Fact] = []
  /// Of the notices that overrule each other, the sentence and file of the newest, and what asks for it.
  var newest = Fact(question: "", sentence: "", answer: "", file: "", page: 1)
  /// Rows that the office has typed: two with secrets, and questions that the documents give as well.
  var typed: [TrainingRow] = []
  var unanswerable: [String] = []
  /// Some of the facts, to judge a model by.
  var test: [TrainingRow] = []

  init(seed: Int) {
    var random = SeededRandom(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func shuffled(_ text: String) -> [String] { text.components(separatedBy: ", ").shuffled(using: &random) }
    let vehicle = shuffled("tram, cable car, bus, sledge train")[0]
    let stops = shuffled(
      "Arnmoor, Bellow Gate, Corrieshaw, Dunmere, Eskhollow, Farrow Top, Glint, Hazelrigg, Inverlost, Kestrel Rock, "
        + "Lowmarsh, Mirefoot, Nethertarn, Orrest, Pikeview, Ravenstall")
    let people = shuffled(
      "Ada Holm, Bo Lind, Carys Reed, Dov Marr, Edda Frost, Finn Doyle, Greta Wilk, Hugo Sand, Ines Vale, Jonas Pike")
    let things = shuffled("bicycle, cello, pram, kayak, ladder, canoe")
    let lost = shuffled("umbrellas, gloves, keys, hats, letters, cameras")

    var rules = things.prefix(4).map { thing in
      let crowns = number(2...40)
      return Fact(
        question: "How much does a ticket for a \(thing) cost?",
        sentence: "A ticket for a \(thing) costs \(crowns) crowns.",
        answer: "\(crowns) crowns", file: "handbook.txt", page: 1)
    }
    rules.append(
      Fact(
        question: "What is a round?", sentence: "A round is a ride from the valley to the last stop and back.",
        answer: "a ride from the valley to the last stop and back", file: "handbook.txt", page: 2))
    rules += lost.prefix(4).map { thing in
      let days = number(3...60)
      return Fact(
        question: "How long are lost \(thing) kept?", sentence: "Lost \(thing) are kept for \(days) days.",
        answer: "for \(days) days", file: "handbook.txt", page: 3)
    }
    for (place, stop) in stops.prefix(10).enumerated() {
      let (minutes, lamps, time) = (number(5...95), number(11...99), "\(number(5...11)).\(number(10...59))")
      let page = place < 5 ? 1 : 2
      rules += [
        Fact(
          question: "How long does the \(vehicle) to \(stop) take?",
          sentence: "The \(vehicle) to \(stop) takes \(minutes) minutes.",
          answer: "\(minutes) minutes", file: "stops.txt", page: page),
        Fact(
          question: "How many lamps does the stop at \(stop) have?",
          sentence: "The stop at \(stop) has \(lamps) lamps.",
          answer: "\(lamps)", file: "stops.txt", page: page),
        Fact(
          question: "Who is the keeper of \(stop)?", sentence: "The keeper of \(stop) is \(people[place]).",
          answer: people[place], file: "stops.txt", page: page),
        Fact(
          question: "When does the first \(vehicle) to \(stop) leave?",
          sentence: "The first \(vehicle) to \(stop) leaves at \(time).",
          answer: "at \(time)", file: "times.txt", page: page),
      ]
    }
    facts = rules
    documents = ["handbook.txt", "stops.txt", "times.txt"].map { file in
      let own = rules.filter { $0.file == file }
      return Self.document(
        file, (1...3).map { page in own.filter { $0.page == page }.map(\.sentence) }.filter { !$0.isEmpty }, seed)
    }
    let prices = [3, 5, 8, 9].shuffled(using: &random)
    let months = ["02", "05", "10"]
    for (place, month) in months.enumerated() {
      let sentence = "A dog pays \(prices[place]) crowns on every \(vehicle)."
      documents.insert(
        Self.document("notice-dogs-2026-\(month).txt", [[sentence]], seed), at: number(0...documents.count))
      newest = Fact(
        question: "How many crowns does a dog pay?", sentence: sentence, answer: "\(prices[place]) crowns",
        file: "notice-dogs-2026-\(month).txt", page: 1)
    }
    typed = [
      TrainingRow(.questionAnswer, instruction: "Whom do I ask for a refund?", answer: "Write to refunds@example.org."),
      TrainingRow(
        .questionAnswer, instruction: "Which card takes the deposit?", answer: "The card is 4539 1488 0343 6467."),
    ]
    typed += rules.prefix(4).map {
      TrainingRow(.questionAnswer, instruction: $0.question.replacing("for a", with: "for  a"), answer: $0.answer)
    }
    unanswerable = [
      "How much does a ticket for a piano cost?", "Who is the keeper of Zanzibar?", "May wolves come along?",
      "Who painted the tower?", "How fast is the \(vehicle)?",
    ]
    test = facts.filter { $0.answer.last?.isNumber == true || $0.answer.hasSuffix("minutes") }.shuffled(using: &random)
      .prefix(8).map { TrainingRow(.questionAnswer, instruction: $0.question, answer: $0.answer) }
  }

  static func document(_ file: String, _ pages: [[String]], _ seed: Int) -> SourceDocument {
    SourceDocument(
      file: file, sha256: "\(file) \(seed)", format: .plainText,
      pages: pages.enumerated().map {
        DocumentPage(number: $0 + 1, text: $1.joined(separator: " "), blocks: [])
      })
  }

  /// What people write to the company, and which desk it is for. Held out are other places, things and turns of phrase.
  static func requests(_ count: Int, seed: Int, heldOut: Bool) -> [(text: String, desk: String)] {
    var random = SeededRandom(seed: seed)
    let places =
      heldOut
      ? ["Arnmoor", "Dunmere", "Orrest", "Pikeview"] : ["Glint", "Hazelrigg", "Inverlost", "Lowmarsh", "Mirefoot"]
    let things = heldOut ? ["hat", "cello", "kayak"] : ["umbrella", "bicycle", "glove", "camera", "key"]
    return (0..<count).map { _ in
      let (place, thing) = (places.randomElement(using: &random)!, things.randomElement(using: &random)!)
      return [
        ("What must I pay to go to \(place)?", "fares"), ("Is a ticket to \(place) cheaper for children?", "fares"),
        ("The price of my \(thing) was too high.", "fares"), ("At what hour do we leave for \(place)?", "times"),
        ("I am late for \(place). When is the next one?", "times"),
        ("Does anything go to \(place) on Sundays?", "times"),
        ("I have left my \(thing) at \(place).", "lost property"), ("Has anybody found a \(thing)?", "lost property"),
        ("My \(thing) is gone since \(place).", "lost property"),
      ][Int.random(in: 0..<9, using: &random)]
    }
  }
}
