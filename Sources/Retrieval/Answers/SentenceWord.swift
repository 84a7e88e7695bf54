// The words of a sentence as they are written: what dates, amounts and names are recognised by.
import DocumentReading

/// A word, a number with its stops, or a sign that counts as one (€, %).
struct SentenceWord: Equatable {
  let text: String
  let lowercased: String
  /// Unicode scalars of the text.
  let range: Range<Int>
  let isCapitalised: Bool
  let hasDigit: Bool

  /// - Complexity: linear.
  static func words(in text: ScalarText) -> [SentenceWord] {
    var words: [SentenceWord] = []
    var start: Int?
    func close(_ end: Int) {
      guard let begin = start else { return }
      start = nil
      words.append(SentenceWord(text[begin..<end], begin..<end))
    }
    for place in 0..<text.count {
      let scalar = text.scalars[place]
      if scalar.isLetter || scalar.isDigit || scalar.properties.generalCategory == .nonspacingMark {
        if start == nil { start = place }
      } else if joins(place, text), start != nil {
        continue
      } else {
        close(place)
        if "€$£%@".unicodeScalars.contains(scalar) {
          words.append(SentenceWord(text[place..<place + 1], place..<place + 1))
        }
      }
    }
    close(text.count)
    return words
  }

  private init(_ text: String, _ range: Range<Int>) {
    self.text = text
    self.range = range
    lowercased = text.lowercased()
    isCapitalised = text.unicodeScalars.first?.isUppercaseLetter == true
    hasDigit = text.unicodeScalars.contains(where: \.isDigit)
  }

  /// A stop within a number or a time, an apostrophe or a hyphen within a word.
  private static func joins(_ place: Int, _ text: ScalarText) -> Bool {
    guard place > 0, place + 1 < text.count else { return false }
    let (before, after) = (text.scalars[place - 1], text.scalars[place + 1])
    switch text.scalars[place] {
    case ".", ",", ":": return before.isDigit && after.isDigit
    case "'", "’", "-": return (before.isLetter || before.isDigit) && (after.isLetter || after.isDigit)
    default: return false
    }
  }
}
