// What both files of probes share: a company that is made anew from each seed, and the parts carried out on it.
import Foundation
import Transformers

// MARK: Carrying the parts out

/// What the learner's settings make of requests to the company, within the budget and from the course's base model.
struct SortedRequests {
  let requests: [(text: String, desk: String)]
  private(set) var keepsBudget = false
  private(set) var isAskedAsTrained = false
  /// What the tuned model says of each request; empty if there is none, since the run diverged.
  private(set) var said: [String] = []
  private(set) var saidByBase: [String] = []

  init(seed: Int, asksBase: Bool) throws {
    requests = Self.heldOut(seed: seed)
    var settings = tuning()
    let size = settings.training.batchSize * settings.training.accumulation
    keepsBudget = settings.training.steps > 0 && settings.training.steps <= 40 && size <= 8
    guard keepsBudget else { return }
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
    let asTrained = settings.template.prompt.replacing("{prompt}", with: rows[0].instruction)
    isAskedAsTrained = prompt(for: rows[0].instruction) == asTrained
    do { try Experiment(settings).run(in: folder + "/run") } catch is ExperimentError { return }
    said = try desks(by: folder + "/run/model")
    if asksBase { saidByBase = try desks(by: settings.base) }
  }

  private func desks(by model: String) throws -> [String] {
    try TextModel.load(from: model)
      .continuations(of: requests.map { prompt(for: $0.text) }, count: 6, stoppingAt: ["\n"])
  }

  func right(_ said: [String]) -> [Bool]? { Self.right(said, to: requests) }

  /// Which of the requests these desks are right for; nil if there is not one for each.
  static func right(_ said: [String], to requests: [(text: String, desk: String)]) -> [Bool]? {
    guard said.count == requests.count else { return nil }
    return zip(said, requests).map { $0.trimmingCharacters(in: .whitespaces) == $1.desk }
  }

  static func heldOut(seed: Int) -> [(text: String, desk: String)] {
    Company.requests(60, seed: seed + 1, heldOut: true)
  }
}

extension Company {
  /// The learner's rows.
  func madeRows() throws -> [TrainingRow] { try rows(from: documents, typed: typed, test: test) }

  /// What is wrong with rows of this company.
  func faults(of rows: [TrainingRow]) -> [String] {
    guard rows.count > 20 else { return ["there are hardly any rows"] }
    let good = Set(PairMaker.pairs(from: documents.flatMap { Chunker().chunks(of: $0) }).map(\.instruction))
    let asked = rows.map(\.instruction)
    let tested = Set(test.map(\.instruction))
    let texts = rows.map { "\($0.instruction) \($0.answer)" }
    let lost = good.subtracting(tested).subtracting(asked)
    let faults = [
      ("rows of the test are among them", !tested.isDisjoint(with: asked)),
      (
        "a mail address or a card number is among them",
        texts.contains { $0.contains("@example") || $0.contains("0343") }
      ),
      ("some rows stand there twice", Set(texts.map { $0.split(separator: " ") }).count < rows.count),
      ("more than a tenth of the good rows are lost", lost.count * 10 > good.count),
    ]
    return faults.filter(\.1).map(\.0)
  }

  func database() throws -> DocumentDatabase {
    try library(documents, at: NSTemporaryDirectory() + "/company-\(UUID().uuidString).sqlite")
  }

  /// What the learner answers: sentence, file and page, or nothing.
  func answers(to questions: [String]) throws -> [[String]] {
    let database = try database()
    return try questions.map { try answer($0, from: database) }
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
