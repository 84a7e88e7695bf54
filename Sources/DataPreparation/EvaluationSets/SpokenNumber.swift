// Numbers as texts write them, to compare two.

enum SpokenNumber {
  private static let small: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]

  /// The value at the beginning of a text, and the words behind it: "1,200 crowns", "two hundred and twenty"; nil if it
  /// does not begin with a number.
  static func read(_ text: String) -> (value: Double, unit: String)? {
    let words = SentenceWords(Array(text.unicodeScalars)).words
    guard let first = words.first, first.isNumber else { return nil }
    if first.hasDigit {
      guard let value = Double(first.text.filter { $0.isNumber || $0 == "." }) else { return nil }
      return (value, unit(words[1...]))
    }
    var (total, group, place) = (0.0, 0.0, 0)
    scan: while place < words.count {
      for part in words[place].lower.split(separator: "-") {
        switch part {
        case "hundred": group = max(1, group) * 100
        case "thousand": (total, group) = (total + max(1, group) * 1000, 0)
        case "and" where place > 0: break
        default:
          guard let value = small[String(part)] else { break scan }
          group += value
        }
      }
      place += 1
    }
    return place == 0 ? nil : (total + group, unit(words[place...]))
  }

  private static func unit(_ words: ArraySlice<SentenceWords.Word>) -> String {
    words.map { ContentWords.stem($0.lower) }.joined(separator: " ")
  }
}
