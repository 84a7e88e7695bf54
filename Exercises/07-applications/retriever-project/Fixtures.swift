// What both files of probes share.
import Transformers

/// The logs of one seed, with questions and the page that answers each.
struct Logs {
  var passages: [String] = []
  var questions: [String] = []
  var answers: [Int] = []

  init(seed: Int) {
    var random = SeededRandom(seed: seed)
    func pick(_ items: [String]) -> String { items[Int.random(in: items.indices, using: &random)] }
    var pages: [(text: String, question: String?)] = []
    var seen: Set<String> = []
    while pages.count < 80 {
      let (thing, work, ship) = (pick(Self.things), pick(Self.works), pick(Self.ships))
      guard seen.insert("\(thing) \(work) \(ship)").inserted else { continue }
      var sentences = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        pick(Self.fillers).replacing("SHIP", with: pick(Self.ships))
      }
      let fact = "\(pick(Self.people)) \(work)ed all \(ship) \(thing)s on \(pick(Self.days))."
      sentences.insert(fact, at: Int.random(in: 0...sentences.count, using: &random))
      pages.append((sentences.joined(separator: " "), "Who \(work)s the \(thing) of the \(ship)?"))
    }
    for _ in 0..<8 {
      let things: [String] = Self.things.shuffled(using: &random).map { $0 + "s" }
      let works: [String] = Self.works.map { $0 + "ed" }
      let ships = Self.ships.joined(separator: ", ")
      let list = (things + works).joined(separator: ", ")
      pages.append(("Who has the stores of \(ships): \(list).", nil))
    }
    for _ in 0..<16 {
      let (thing, ship) = (pick(Self.things), pick(Self.ships))
      let cry = Array(repeating: "The \(thing)s of the \(ship), the \(thing)s!", count: 6).joined(separator: " ")
      pages.append((cry, nil))
    }
    pages.shuffle(using: &random)
    passages = pages.map { $0.text }
    for (number, page) in pages.enumerated() where questions.count < 40 {
      guard let question = page.question else { continue }
      questions.append(question)
      answers.append(number)
    }
  }

  static let things = [
    "anchor", "lantern", "winch", "rope", "lifeboat", "kettle", "compass", "mast", "bell", "flag", "engine", "ladder",
    "hammock", "chart", "radio", "pump", "blanket", "bench", "stove", "whistle",
  ]
  static let works = ["paint", "repair", "clean", "check", "count", "inspect", "lock", "sort", "wash", "test"]
  static let ships = ["Tern", "Petrel", "Kittiwake", "Dunlin", "Sandpiper", "Plover"]
  static let people = ["Ann", "Bo", "Carys", "Dov", "Edda", "Finn", "Greta", "Hugo"]
  static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
  static let fillers = [
    "The SHIP left the harbour, and the sea was calm.", "Nobody of the crew saw who came in.",
    "Who knows when the fog of the night will lift?", "The crew of the SHIP had soup.",
    "The captain of the SHIP is on leave, and the mate knows who writes the log.",
    "Who of the passengers asked the way?",
    "It rained on the SHIP.", "The tide was high, and of the gulls there is no end.",
  ]

  /// The share of the questions whose page is among what was found.
  func recall(_ found: [[Int]]) -> Double {
    guard found.count == questions.count else { return 0 }
    var right = 0
    for (pages, answer) in zip(found, answers) where pages.count <= 3 && pages.contains(answer) { right += 1 }
    return Double(right) / Double(answers.count)
  }
}

/// What is found for the logs of one seed.
func found(_ seed: Int) -> [[Int]] {
  let logs = Logs(seed: seed)
  return retrieve(logs.questions, from: logs.passages, count: 3)
}

/// Whether what was found for the logs of one seed has a recall.
func reaches(_ recall: Double, _ found: [[Int]], seed: Int) -> Bool { Logs(seed: seed).recall(found) >= recall }
