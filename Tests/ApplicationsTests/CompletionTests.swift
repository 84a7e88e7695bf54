// Words by their beginnings, and keystrokes counted by hand.
import Applications
import Corpora
import Testing

@Suite("A tree of words")
struct WordTrieTests {
  private let trie = WordTrie(of: ["The ferry to Birk.", "the ferries, the ferryman's tea"])

  @Test("finds words by their beginnings, the most frequent first")
  func beginnings() {
    #expect(trie.words(beginningWith: "").first?.word == "the")
    #expect(trie.count(of: "the") == 3)
    #expect(trie.words(beginningWith: "fer").map(\.word) == ["ferries", "ferry", "ferryman's"])
    #expect(trie.words(beginningWith: "ferry", most: 1).map(\.word) == ["ferry"])
    #expect(trie.words(beginningWith: "x").isEmpty)
    #expect(trie.words == 7 && trie.total == 9)
  }

  @Test("finds all words within a distance, as a table for each word does")
  func distances() {
    var random = CorpusRandom(seed: 4)
    func word() -> String { String((0..<1 + random.index(below: 6)).map { _ in Array("abc")[random.index(below: 3)] }) }
    let words = Set((0..<300).map { _ in word() })
    let trie = WordTrie(Dictionary(uniqueKeysWithValues: words.map { ($0, 1) }))
    for _ in 0..<40 {
      let typed = word()
      let expected = words.filter { Self.distance($0, typed) <= 2 }
      let found = trie.words(within: 2, of: typed)
      #expect(Set(found.map(\.word)) == expected)
      #expect(found.allSatisfy { $0.edits == Self.distance($0.word, typed) })
    }
    // The restricted distance does not edit between two letters that it swaps.
    #expect(Self.distance("ca", "abc") == 3)
    #expect(Self.distance("kitten", "sitting") == 3)
  }

  /// By the recursive definition.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    func d(_ i: Int, _ j: Int) -> Int {
      if min(i, j) == 0 { return max(i, j) }
      var best = min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, d(i - 2, j - 2) + 1) }
      return best
    }
    return d(a.count, b.count)
  }
}

@Suite("Completion")
struct CompletionTests {
  @Test("counts a word that is taken as one keystroke, with its space")
  func keystrokes() {
    // "Tea" is offered after "T": T, tab; then "is" is typed, with "." behind it: 2 + 2 + 1 of 7.
    let saved = KeystrokesSaved.share(of: ["Tea is."]) { $0 == "T" ? ["Tea"] : [] }
    #expect(abs(saved.value - 2.0 / 7) < 1e-12)
    #expect(KeystrokesSaved.share(of: ["Tea is."]) { _ in [] }.value == 0)
  }

  @Test("heals the half-typed word, and knows the next one")
  func words() throws {
    let completer = TextCompleter(try CourseModels.base())
    for (text, word) in [
      ("The ferry to Bi", "Birk"), ("The Kit", "Kittiwake"), ("Question: What does a tick", "ticket"),
      ("Dear Harbour", "Harbour"), ("Dear ", "Harbour"), ("Dear Harbour Lines,\nOn Mon", "Monday"),
    ] {
      let guesses = try completer.words(after: text)
      #expect(guesses.first?.word == word, "\(text): \(guesses)")
      #expect(guesses.reduce(0) { $0 + $1.probability } <= 1 + 1e-9)
      #expect(zip(guesses, guesses.dropFirst()).allSatisfy { $0.probability >= $1.probability })
    }
    #expect(try !completer.words(after: "").isEmpty)
  }

  @Test("offers only words of a vocabulary, if it has one")
  func vocabulary() throws {
    let completer = TextCompleter(try CourseModels.base(), vocabulary: WordTrie(["birch": 1, "bicycle": 1]))
    let guesses = try completer.words(after: "The ferry to Bi", count: 5)
    #expect(Set(guesses.map { $0.word.lowercased() }).isSubset(of: ["birch", "bicycle"]))
  }
}
