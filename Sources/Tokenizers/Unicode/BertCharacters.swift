// What BERT's tokenizer asks of a character. The answers are those of Unicode 8 and 9, as Hugging Face's tokenizers has
// them: vocabularies were made with them, and a newer Unicode would give some texts other ids.

// Most characters are ASCII: asking the standard library for their properties would cost more than all the rest.
extension Unicode.Scalar {
  /// Unicode's White_Space.
  var isBertSpace: Bool {
    isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Control and format characters and private use; not tab, newline and carriage return, which are white space.
  var isBertControl: Bool {
    if isASCII { return value < 0x20 && self != "\t" && self != "\n" && self != "\r" || value == 0x7F }
    switch properties.generalCategory {
    case .control, .privateUse, .surrogate: return true
    case .format: return wasAssigned(byUnicode: 8)
    default: return false
    }
  }

  /// Punctuation, and all printable signs of ASCII that are neither letters nor digits (`$`, `+`, `^` …).
  var isBertPunctuation: Bool {
    if isASCII {
      switch self {
      case "!"..."/", ":"..."@", "["..."`", "{"..."~": return true
      default: return false
      }
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return wasAssigned(byUnicode: 8)
    default:
      // Punctuation in Unicode 8, something else since.
      return self == "\u{166D}" || self == "\u{111C9}"
    }
  }

  /// Whether this is an accent or another mark that takes no room of its own.
  var isBertAccent: Bool {
    // The first one is the grave accent.
    guard value >= 0x300 else { return false }
    switch self {
    case "\u{1885}", "\u{1886}", "\u{A9BD}", "\u{111C9}": return false  // became such marks later
    case "\u{1734}", "\u{1171E}": return true  // ceased to be
    default: return properties.generalCategory == .nonspacingMark && wasAssigned(byUnicode: 8)
    }
  }

  /// What this is in lower case: one character, or for a few two.
  var bertLowercase: [Unicode.Scalar] {
    if isASCII { return [("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self] }
    return Array(properties.lowercaseMapping.unicodeScalars)
  }

  /// Ideographs that are written without spaces between words. Hiragana, Katakana and Hangul are not among them.
  var isChinese: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2A6DF, 0x2A700...0x2B81F, 0x2B920...0x2CEAF,
      0x2F800...0x2FA1F:
      true
    default: false
    }
  }

  /// Zero for a character that begins a cluster; marks are put in ascending order of their classes.
  var bertCombiningClass: UInt8 {
    guard value >= 0x300, wasAssigned(byUnicode: 9) else { return 0 }
    return properties.canonicalCombiningClass.rawValue
  }
}
