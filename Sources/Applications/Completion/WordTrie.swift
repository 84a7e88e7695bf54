// Words by their beginnings: a tree of letters (Fredkin, "Trie memory", 1960).

/// Words with how often each was seen, found by their beginnings and by how nearly they are spelt.
public struct WordTrie: Sendable {
  private struct Node {
    var children: [Character: Int] = [:]
    /// How often the word that ends here was seen; nil if none does.
    var count: Int?
  }
  private var nodes = [Node()]
  /// How many words there are, and how often all of them were seen.
  public private(set) var words = 0, total = 0

  public init(_ counts: [String: Int] = [:]) {
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) { add(word, count: count) }
  }

  /// Sees a word. The empty word is none.
  public mutating func add(_ word: String, count: Int = 1) {
    guard !word.isEmpty, count > 0 else { return }
    var place = 0
    for letter in word {
      if let next = nodes[place].children[letter] {
        place = next
      } else {
        nodes.append(Node())
        nodes[place].children[letter] = nodes.count - 1
        place = nodes.count - 1
      }
    }
    if nodes[place].count == nil { words += 1 }
    nodes[place].count = (nodes[place].count ?? 0) + count
    total += count
  }

  /// How often a word was seen.
  public func count(of word: String) -> Int { node(word).flatMap { nodes[$0].count } ?? 0 }

  /// Whether a word begins so.
  public func hasWords(beginningWith start: some StringProtocol) -> Bool { node(start) != nil }

  /// Words that begin so, the most frequent first; of equally frequent ones by the alphabet.
  public func words(beginningWith start: String, most: Int = .max) -> [(word: String, count: Int)] {
    var found: [(word: String, count: Int)] = []
    func collect(_ place: Int, _ word: String) {
      if let count = nodes[place].count { found.append((word, count)) }
      for (letter, next) in nodes[place].children { collect(next, word + String(letter)) }
    }
    if let place = node(start) { collect(place, start) }
    return Array(found.sorted { ($1.count, $0.word) < ($0.count, $1.word) }.prefix(most))
  }

  /// Words that are so many edits or fewer from a spelling, with the number of edits: letters put in, left out, or put
  /// for another, and two neighbours swapped (the restricted distance of Damerau 1964 and Levenshtein 1966). The nearest
  /// first, then by the alphabet.
  ///
  /// The table of the distance has a row for each letter of the tree, shared by all words that begin alike.
  public func words(within edits: Int, of typed: String) -> [(word: String, edits: Int)] {
    let letters = Array(typed)
    var found: [(word: String, edits: Int)] = []
    func walk(_ place: Int, _ word: [Character], _ row: [Int], _ before: [Int]) {
      if nodes[place].count != nil, row[letters.count] <= edits { found.append((String(word), row[letters.count])) }
      for (letter, next) in nodes[place].children {
        var new = [row[0] + 1]
        for (index, typed) in letters.enumerated() {
          var best = min(new[index] + 1, row[index + 1] + 1, row[index] + (typed == letter ? 0 : 1))
          if index > 0, !before.isEmpty, typed == word.last, letters[index - 1] == letter {
            best = min(best, before[index - 1] + 1)
          }
          new.append(best)
        }
        // A swap may still look back over one row.
        if min(new.min() ?? 0, row.min() ?? 0) <= edits { walk(next, word + [letter], new, row) }
      }
    }
    walk(0, [], Array(0...letters.count), [])
    return found.sorted { ($0.edits, $0.word) < ($1.edits, $1.word) }
  }

  private func node(_ start: some StringProtocol) -> Int? {
    var place = 0
    for letter in start {
      guard let next = nodes[place].children[letter] else { return nil }
      place = next
    }
    return place
  }
}

extension WordTrie {
  /// The words of texts in small letters: runs of letters, with apostrophes and hyphens inside.
  public init(of texts: some Sequence<String>) {
    self.init()
    for text in texts { for range in text.wordRanges { add(text[range].lowercased()) } }
  }
}

extension String {
  /// Where its words are.
  var wordRanges: [Range<Index>] { ranges(of: #/\p{L}+(?:['’-]\p{L}+)*/#) }
}
