// Letters that stand before choices, as keys and in a line.

enum LetterChoice {
  /// The choice that a key means; a capital letter means the same.
  static func index(of key: Character, in count: Int) -> Int? {
    guard let letter = key.lowercased().first?.asciiValue, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
    else { return nil }
    let index = Int(letter - UInt8(ascii: "a"))
    return index < count ? index : nil
  }

  /// The choices of a line such as `ac`, `a, c` or `A C`, each once, and the first character that is none.
  static func indices(in line: String, of count: Int) -> (indices: [Int], stranger: Character?) {
    var indices: [Int] = []
    for character in line where character.isLetter || character.isNumber {
      guard let index = index(of: character, in: count) else { return (indices, character) }
      if !indices.contains(index) { indices.append(index) }
    }
    return (indices.sorted(), nil)
  }
}
