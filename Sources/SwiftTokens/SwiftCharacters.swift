// Which bytes and scalars Swift source gives a meaning.

extension UInt8 {
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let slash = UInt8(ascii: "/")
  static let star = UInt8(ascii: "*")
  static let hash = UInt8(ascii: "#")
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let dot = UInt8(ascii: ".")

  var isNewline: Bool { self == 0x0A || self == 0x0D }
  /// Spaces, tabs, newlines, vertical tabs, form feeds and NUL, as in the Swift grammar.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) || self == 0 }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
  var isHexadecimalDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
  /// Letters, digits and `_`.
  var isWordPart: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
  /// ASCII operator characters except the dot.
  var isOperator: Bool {
    switch self {
    case 0x21, 0x25, 0x26, 0x2A, 0x2B, 0x2D, 0x2F, 0x3C...0x3F, 0x5E, 0x7C, 0x7E: true  // ! % & * + - / < = > ? ^ | ~
    default: false
    }
  }
  /// Brackets and separators; parentheses and dots are met elsewhere.
  var isPunctuation: Bool {
    switch self {
    case 0x2C, 0x3A, 0x3B, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D: true  // , : ; [ \ ] { }
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether an operator may hold this scalar from beyond ASCII (The Swift Programming Language, "Operators").
  var isSwiftOperator: Bool {
    switch value {
    case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xBB, 0xBF, 0xD7, 0xF7: true
    case 0x2016, 0x2017, 0x2020...0x2027, 0x2030...0x203E, 0x2041...0x2053, 0x2055...0x205E: true
    case 0x2190...0x23FF, 0x2500...0x2775, 0x2794...0x2BFF, 0x2E00...0x2E7F: true
    case 0x3001...0x3003, 0x3008...0x3020, 0x3030: true
    default: false
    }
  }
}
