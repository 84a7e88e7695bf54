// What both files of probes share.
import Foundation
import Transformers

/// The model: it goes on with a text as it has read.
struct Model {
  /// The words of what it has read, line breaks among them.
  let read: [String]

  static func words(_ text: String) -> [String] {
    text.replacing("\n", with: " \n ").split(separator: " ").map(String.init)
  }

  func goesOn(_ prompt: String, room: Int) -> String {
    var text = Array(Self.words(prompt).suffix(room))
    var line: [String] = []
    while line.count < 12, let next = next(text), next != "\n" {
      text.append(next)
      line.append(next)
    }
    return line.joined(separator: " ")
  }

  /// The word that followed the longest run, of at most eight words, with which the text ends.
  private func next(_ text: [String]) -> String? {
    guard !text.isEmpty else { return nil }
    var (best, length): (String?, Int) = (nil, 0)
    for source in [read, text] {
      for place in source.indices.dropFirst() {
        var run = 0
        while run < 8, run < place, run < text.count, source[place - 1 - run] == text[text.count - 1 - run] { run += 1 }
        if run > 0, run >= length { (best, length) = (source[place], run) }
      }
    }
    return best
  }
}

/// Conversations about one world.
struct Desk {
  var model: Model
  var room: Int
  var talks: [[String]] = []
  var notices: [[String]] = []
  /// The right answer to the last question of each.
  var answers: [String] = []

  enum Kind: CaseIterable { case plain, followUp, changed, name }

  init(seed: Int, room: Int, kinds: [Kind] = Kind.allCases) {
    self.room = room
    var random = SeededRandom(seed: seed)
    func pick(_ items: [String]) -> String { items[Int.random(in: items.indices, using: &random)] }
    func ask(_ form: String, _ island: String) -> String { form.replacing("*", with: island) }
    var facts: [String: String] = [:]
    var read: [String] = []
    for (form, _, unit) in Self.forms {
      for island in Self.islands { facts[ask(form, island)] = "\(pick(Self.numbers)) \(unit)." }
    }
    for (question, answer) in facts.sorted(by: { $0.key < $1.key }) {
      read += Model.words("Question: \(question)\nAnswer: \(answer)\n")
    }
    model = Model(read: read)
    let changed: [String] = Array(facts.keys.sorted().shuffled(using: &random).prefix(20))
    for question in changed {
      facts[question] = "\(pick(Self.newNumbers)) pieces of silver."
      notices.append([question, facts[question] ?? ""])
    }
    for number in 0..<40 {
      let kind = kinds[number % kinds.count]
      let name = pick(Self.names)
      var talk = kind == .name ? ["My name is \(name).", "Welcome."] : []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let question = ask(Self.forms[Int.random(in: Self.forms.indices, using: &random)].0, pick(Self.islands))
        talk += [question, facts[question] ?? ""]
      }
      if Int.random(in: 0..<3, using: &random) == 0 { talk += ["Thank you.", "You are welcome."] }
      let (form, word, _) = Self.forms[Int.random(in: Self.forms.indices, using: &random)]
      switch kind {
      case .plain:
        let question = facts.keys.sorted().filter { !changed.contains($0) }
        talk.append(pick(question))
        answers.append(facts[talk.last ?? ""] ?? "")
      case .changed:
        talk.append(pick(changed))
        answers.append(facts[talk.last ?? ""] ?? "")
      case .name:
        talk.append("What is my name?")
        answers.append("\(name).")
      case .followUp:
        let islands = (0..<3).map { _ in pick(Self.islands) }
        talk += [ask(form, islands[0]), facts[ask(form, islands[0])] ?? ""]
        if number % 8 < 4 { talk += ["And \(word)\(islands[1])?", facts[ask(form, islands[1])] ?? ""] }
        if number % 3 == 0 { talk += ["Thank you.", "You are welcome."] }
        talk.append("And \(word)\(islands[2])?")
        answers.append(facts[ask(form, islands[2])] ?? "")
      }
      talks.append(talk)
    }
  }

  /// Questions, what a follow-up puts before the island, and what is counted.
  static let forms = [
    ("What does a ticket to * cost?", "to ", "crowns"), ("How long does the crossing to * take?", "to ", "minutes"),
    ("How many people live on * now?", "on ", "people"), ("How high is the hill of * really?", "", "metres"),
    ("How many ferries sail to * daily?", "to ", "ferries"),
  ]
  static let islands = [
    "Birk", "Quarne", "Ostrey", "Fennick", "Tollum", "Sandholm", "Gullhaven", "Skarre", "Lomme", "Hest",
  ]
  static let names = ["Ada", "Bo", "Carys", "Dov", "Edda", "Finn", "Greta", "Hugo"]
  static let numbers = ["Four", "Six", "Eight", "Nine", "Ten", "Twelve", "Thirty", "Forty", "Fifty", "Seventy"]
  static let newNumbers = ["Two", "Three", "Five", "Seven", "Eleven"]

  /// What the model is to be given.
  var prompts: [String] { talks.map { prompt(for: $0, notices: notices, room: room) } }

  /// The share of right answers to some prompts.
  func share(ofRight prompts: [String]) -> Double {
    guard prompts.count == answers.count else { return 0 }
    var right = 0
    for (prompt, answer) in zip(prompts, answers)
    where model.goesOn(String(prompt.suffix(4000)), room: room) == answer { right += 1 }
    return Double(right) / Double(answers.count)
  }

  /// Whether at least 95 % of the answers to some prompts are right.
  func isAnswered(by prompts: [String]) -> Bool { share(ofRight: prompts) >= 0.95 }
}
