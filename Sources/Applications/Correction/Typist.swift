// Somebody who mistypes, seeded: where typos with known corrections come from.
internal import Corpora

/// Slips as keyboards cause them, and habits of one's own: letters that this typist takes for others.
public struct Typist: Sendable {
  /// The share of words of three letters or more that go wrong; words with an apostrophe or a hyphen never do.
  public let rate: Double
  /// Letters that are mixed up more often than the keyboard explains, with what is typed for them.
  public let habits: [Character: Character]
  /// If there are some, only slips that make another of these words: those which no list of words betrays.
  public var realWords: WordTrie?
  private var random: CorpusRandom

  /// - Parameters:
  ///   - seed: of the slips.
  ///   - habitSeed: who it is: the same habits with other slips are more text of the same typist.
  public init(seed: Int, habitSeed: Int = 1, rate: Double = 0.15) {
    self.rate = rate
    var habits: [Character: Character] = [:]
    var drawing = CorpusRandom(seed: habitSeed, stream: 1)
    let pairs: [(Character, Character)] = [
      ("e", "i"), ("i", "e"), ("a", "e"), ("c", "k"), ("s", "c"), ("o", "u"), ("u", "o"), ("t", "d"), ("m", "n"),
    ]
    for pair in pairs.inRandomOrder(using: &drawing).prefix(3) { habits[pair.0] = pair.1 }
    self.habits = habits
    random = CorpusRandom(seed: seed)
  }

  /// The text with slips, and each of its words, as it was meant and as it came out.
  public mutating func type(_ text: String) -> (typed: String, words: [(meant: String, typed: String)]) {
    var (result, place) = ("", text.startIndex)
    var words: [(meant: String, typed: String)] = []
    for range in text.wordRanges {
      let meant = String(text[range])
      let isOpen = meant.count >= 3 && meant.allSatisfy(\.isLetter)
      let typed = isOpen && random.unit() < rate ? wantedSlip(in: meant) : meant
      words.append((meant, typed))
      result += text[place..<range.lowerBound] + typed
      place = range.upperBound
    }
    return (result + text[place...], words)
  }

  private mutating func wantedSlip(in word: String) -> String {
    guard let realWords else { return slip(in: word) }
    let slips = (0..<20).map { _ in slip(in: word) }
    return slips.first { $0 != word && realWords.count(of: $0.lowercased()) > 0 } ?? word
  }

  /// One slip. A capital at the beginning stays one.
  public mutating func slip(in word: String) -> String {
    var letters = Array(word.lowercased())
    let place = random.index(below: letters.count)
    let letter = letters[place]
    switch random.unit() {
    case ..<0.35:
      if let habit = letters.indices.first(where: { habits[letters[$0]] != nil && random.unit() < 0.7 }) {
        letters[habit] = habits[letters[habit]] ?? letter
      } else {
        letters[place] = neighbour(of: letter)
      }
    case ..<0.55: letters.remove(at: place)
    case ..<0.8: letters.insert(random.unit() < 0.5 ? letter : neighbour(of: letter), at: place + 1)
    default: if letters.count > 1 { letters.swapAt(min(place, letters.count - 2), min(place, letters.count - 2) + 1) }
    }
    let typed = String(letters)
    return word.first?.isUppercase == true ? typed.prefix(1).uppercased() + typed.dropFirst() : typed
  }

  private mutating func neighbour(of letter: Character) -> Character {
    let near = Keyboard.neighbours(of: letter)
    return near.isEmpty ? letter : near[random.index(below: near.count)]
  }
}
