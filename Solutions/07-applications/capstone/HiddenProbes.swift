// What only the judge asks: the same of other companies, and whether the interval keeps still where nothing differs.
import Foundation
import Transformers

let probes = Probes {
  Probe("another company's rows", points: 5) { random in
    try Company.madeRows(seed: random.seed())
  } accept: { made in
    areClean(made)
  }
  Probe("another company's requests", points: 4) { random in
    try said(seed: random.seed())
  } accept: { said in
    isSorted(said)
  }
  Probe("two models that are equally good", points: 3) {
    pairsOfEqual().map(comparison)
  } accept: { intervals in
    areQuiet(intervals)
  }
  Probe("another company's answers and replies", points: 4) { random in
    let company = Company(seed: random.seed())
    let database = try company.database()
    let known = company.facts.suffix(6).map(\.question) + [company.newest.question]
    return try (known + company.unanswerable).map { try answer($0, from: database) }
  }
}

// MARK: What is right, for the judge to say

/// Rows of a company, with its seed, that have no fault.
func areClean(_ made: [String: [String]]) -> Bool {
  guard let seed = made["seed"].flatMap({ Int($0[0]) }), let asked = made["asked"], let answers = made["answered"],
    asked.count > 20, asked.count == answers.count
  else { return false }
  let company = Company(seed: seed)
  let good = Set(PairMaker.pairs(from: company.documents.flatMap { Chunker().chunks(of: $0) }).map(\.instruction))
  let test = Set(company.test.map(\.instruction))
  let texts = zip(asked, answers).map { "\($0) \($1)" }
  let hasSecret = texts.contains { $0.contains("@example") || $0.contains("0343") }
  let lost = good.subtracting(test).subtracting(asked)
  return !hasSecret && test.isDisjoint(with: asked) && lost.count * 10 <= good.count
    && Set(texts.map { $0.split(separator: " ") }).count == texts.count
}

/// The desks of held-out requests, with the seed that they were drawn from. Of 60 the solution had 56 to 60 right in
/// twelve draws; 48 are asked for.
func isSorted(_ said: [String: [String]]) -> Bool {
  guard let seed = said["seed"].flatMap({ Int($0[0]) }), let desks = said["desks"], desks.count == 60 else {
    return false
  }
  let requests = Company.requests(60, seed: seed + 1, heldOut: true)
  return zip(desks, requests).count { $0.trimmingCharacters(in: .whitespaces) == $1.desk } >= 48
}

/// Of 200 test sets on which both models are equally good, an honest interval says of 22 or more that one is better less
/// than once in a thousand.
func areQuiet(_ intervals: [[Double]]) -> Bool {
  let areIntervals = intervals.allSatisfy { $0.count == 3 && $0[1] <= $0[0] && $0[0] <= $0[2] }
  return areIntervals && intervals.count == 200 && intervals.count { $0[1] > 0 || $0[2] < 0 } <= 22
    && zip(intervals, pairsOfEqual()).allSatisfy { abs($0[0] - difference($1.0, $1.1)) < 1e-6 }
}

func difference(_ base: [Bool], _ tuned: [Bool]) -> Double {
  Double(tuned.count { $0 } - base.count { $0 }) / Double(base.count)
}

// MARK: Carrying the parts out

/// What the learner's model says of held-out requests, after a run within the budget.
func said(seed: Int) throws -> [String: [String]] {
  var settings = tuning()
  let size = settings.training.batchSize * settings.training.accumulation
  guard settings.training.steps > 0, settings.training.steps <= 40, size <= 8 else { return ["budget": ["not kept"]] }
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
  do { try Experiment(settings).run(in: folder + "/run") } catch is ExperimentError { return ["run": ["diverged"]] }
  let test = Company.requests(60, seed: seed + 1, heldOut: true)
  let desks = try TextModel.load(from: folder + "/run/model")
    .continuations(of: test.map { prompt(for: $0.text) }, count: 6, stoppingAt: ["\n"])
  return ["seed": ["\(seed)"], "desks": desks]
}

/// What two equally good models got right on 200 test sets of 80 items.
func pairsOfEqual() -> [(base: [Bool], tuned: [Bool])] {
  var random = SeededRandom(seed: 91)
  return (0..<200).map { _ in
    let base = (0..<80).map { _ in Bool.random(using: &random) }
    let tuned = base.map { Double.random(in: 0..<1, using: &random) < 0.2 ? Bool.random(using: &random) : $0 }
    return (base, tuned)
  }
}

extension Company {
  /// The learner's rows of a company.
  static func madeRows(seed: Int) throws -> [String: [String]] {
    let company = Company(seed: seed)
    let made = try rows(from: company.documents, typed: company.typed, test: company.test)
    return ["seed": ["\(seed)"], "asked": made.map(\.instruction), "answered": made.map(\.answer)]
  }

  func database() throws -> DocumentDatabase {
    try library(documents, at: NSTemporaryDirectory() + "/company-\(UUID().uuidString).sqlite")
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
