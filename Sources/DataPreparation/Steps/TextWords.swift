// Words and sentences, as the steps of a recipe count them.
internal import DocumentReading

/// Words are runs of letters and digits, an apostrophe inside included, in lower case.
enum TextWords {
  static func words(of text: String) -> [Substring] {
    let lower = text.lowercased()
    var words: [Substring] = []
    let scalars = lower.unicodeScalars
    var start: String.Index?
    for index in scalars.indices {
      if isWord(scalars[index]) {
        start = start ?? index
      } else if let begin = start {
        if isApostrophe(scalars[index]), let next = scalars[scalars.index(after: index)...].first, isWord(next) {
          continue
        }
        words.append(lower[begin..<index])
        start = nil
      }
    }
    if let start { words.append(lower[start...]) }
    return words
  }

  static func sentences(of text: String) -> [String] {
    let scalars = ScalarText(text)
    return SentenceSplitter.sentences(in: text).map { scalars[$0] }
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A: true
    case ..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.isDiacritic
    }
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }
}
