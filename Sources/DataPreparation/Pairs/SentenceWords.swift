// A sentence as words that know where they stand, so that an answer can be cut out of it to the character.

/// The words of one sentence. Ranges of words are given as indices of `words`.
struct SentenceWords {
  struct Word {
    /// Without the punctuation around it.
    let text: String
    let lower: String
    /// Scalars of the sentence, without the punctuation.
    let range: Range<Int>
    /// The punctuation behind it, up to the next word.
    let after: String
    /// The punctuation before it.
    let before: String

    var isCapitalised: Bool { text.unicodeScalars.first?.properties.isUppercase == true }
    var hasDigit: Bool { text.unicodeScalars.contains { ("0"..."9").contains($0) } }
    /// 12, 4.50, 1,200, twelve, twenty-five.
    var isNumber: Bool {
      hasDigit
        ? text.allSatisfy { $0.isNumber || ".,€$£%".contains($0) } && text.first != "."
        : lower.split(separator: "-").allSatisfy { EnglishWords.numbers.contains(String($0)) }
    }
  }

  let scalars: [Unicode.Scalar]
  let words: [Word]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var words: [Word] = []
    var position = 0
    while position < scalars.count {
      if scalars[position].properties.isWhitespace {
        position += 1
        continue
      }
      var end = position
      while end < scalars.count, !scalars[end].properties.isWhitespace { end += 1 }
      var (low, high) = (position, end)
      while low < high, Self.isEdge(scalars[low]) { low += 1 }
      while high > low, Self.isEdge(scalars[high - 1]) { high -= 1 }
      let (before, after) = (Self.string(scalars[position..<low]), Self.string(scalars[high..<end]))
      if low == high {
        // A dash between words, or a lone sign: it is what separates the words around it.
        if let last = words.popLast() {
          words.append(
            Word(text: last.text, lower: last.lower, range: last.range, after: last.after + before, before: last.before)
          )
        }
      } else {
        let text = Self.string(scalars[low..<high])
        words.append(Word(text: text, lower: text.lowercased(), range: low..<high, after: after, before: before))
      }
      position = end
    }
    self.words = words
  }

  private static let edges = Set(".,;:!?()[]{}<>\"'“”‘’«»—–-*_`|•…".unicodeScalars)
  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool { edges.contains(scalar) }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Where some words stand in the sentence, from the first one's first to the last one's last character.
  func place(_ range: Range<Int>) -> Range<Int> {
    range.isEmpty ? 0..<0 : words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
  }

  /// The characters there, as they are.
  func text(_ range: Range<Int>) -> String { Self.string(scalars[place(range)]) }

  /// The words there as one speaks them: in one line.
  func spoken(_ range: Range<Int>) -> String {
    text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func lower(_ range: Range<Int>) -> [String] { words[range].map(\.lower) }

  /// Whether nothing separates the words from each other: no comma, bracket, quotation mark.
  func isUnbroken(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      (index == range.lowerBound || words[index].before.isEmpty)
        && (index == range.upperBound - 1 || words[index].after.isEmpty)
    }
  }

  /// The first word from `start` on that is one of these.
  func first(_ set: Set<String>, from start: Int = 0) -> Int? {
    words.indices.dropFirst(start).first { set.contains(words[$0].lower) }
  }

  /// Whether it can be understood, and asked about, by itself: a whole sentence of prose, in words.
  var isProse: Bool {
    guard (4...45).contains(words.count), let first = words.first, let last = words.last else { return false }
    let letters = scalars.count { $0.properties.isAlphabetic }
    let signs = scalars.count { !$0.properties.isWhitespace }
    let strange = scalars.contains { "{}[]|\\=<>*_#~^@/`\u{FFFD}".unicodeScalars.contains($0) }
    let quotes = scalars.count { $0 == "\"" } % 2 == 0 && scalars.count { $0 == "“" } == scalars.count { $0 == "”" }
    let brackets = scalars.count { $0 == "(" } == scalars.count { $0 == ")" }
    return (first.isCapitalised || first.isNumber) && first.before.allSatisfy { "“\"".contains($0) }
      && last.after.contains(".") && !last.after.contains("…") && !strange && quotes && brackets
      && letters * 4 >= signs * 3
      && !words.dropLast().contains { $0.after.contains(where: { "!?:;…".contains($0) }) && !$0.after.contains(":") }
  }
}
