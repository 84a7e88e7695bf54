// How the training pairs are made: a sentence in other words, a line with one of its alternatives.

// region: writing
/// Texts from texts, by chance.
struct Rewording {
  /// For each phrase those that mean the same.
  private var phrases: [String: [String]] = [:]
  private var random: SeededRandom

  /// - Parameter groups: lines of phrases with one meaning, with bars between them.
  init(_ groups: String, seed: Int) {
    random = SeededRandom(seed: seed)
    for line in groups.split(separator: "\n") {
      let group = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      for phrase in group { phrases[phrase.lowercased(), default: []] += group.filter { $0 != phrase } }
    }
  }

  /// "{one|two} pieces" as "two pieces".
  mutating func written(_ line: String) -> String {
    line.split(separator: "{").enumerated().map { number, part in
      guard number > 0 || line.hasPrefix("{"), let end = part.firstIndex(of: "}") else { return String(part) }
      return pick(part[..<end].split(separator: "|").map(String.init)) + part[part.index(after: end)...]
    }.joined()
  }

  /// A sentence in other words: phrases change places with others of their meaning, and some words go.
  mutating func reworded(_ sentence: String) -> String {
    let words = sentence.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "'") }.map(String.init)
    var result = [String]()
    var place = 0
    while place < words.count {
      let lengths = (1...3).reversed().filter { place + $0 <= words.count }
      let phrase = { (length: Int) in words[place..<place + length].joined(separator: " ").lowercased() }
      if let length = lengths.first(where: { phrases[phrase($0)] != nil }), random.uniform() < 0.7 {
        result.append(pick(phrases[phrase(length)] ?? []))
        place += length
      } else {
        if random.uniform() > 0.1 { result.append(words[place]) }
        place += 1
      }
    }
    return result.joined(separator: " ")
  }

  mutating func shuffled(_ words: [String]) -> [String] {
    words.map { (random.uniform(), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[min(Int(random.uniform() * Float(elements.count)), elements.count - 1)]
  }
}
// end: writing
