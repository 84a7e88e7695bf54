// Texts as the scalars of Unicode, the characters that the metrics' papers and packages count. Strings of Swift would
// hold canonically equivalent texts equal and count whole graphemes.

typealias Scalars = [Unicode.Scalar]

extension String {
  var scalars: Scalars { Array(unicodeScalars) }

  init(_ scalars: Scalars) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension Scalars {
  /// The pieces between white space; none is empty.
  var words: [Scalars] { split(whereSeparator: \.isSpace).map(Array.init) }

  /// Without white space at both ends.
  var trimmed: Scalars {
    guard let first = firstIndex(where: { !$0.isSpace }), let last = lastIndex(where: { !$0.isSpace }) else {
      return []
    }
    return Array(self[first...last])
  }

  /// In lower case; a sigma that ends its word becomes ς (Unicode, table 3-17).
  var lowercased: Scalars {
    indices.flatMap { index -> Scalars in
      guard self[index] == "\u{3A3}" else { return Array(self[index].properties.lowercaseMapping.unicodeScalars) }
      let before = self[..<index].last { !$0.properties.isCaseIgnorable }
      let after = self[(index + 1)...].first { !$0.properties.isCaseIgnorable }
      let endsWord = before?.properties.isCased == true && after?.properties.isCased != true
      return [endsWord ? "\u{3C2}" : "\u{3C3}"]
    }
  }
}

extension Unicode.Scalar {
  /// White space, the four separators of ASCII included.
  var isSpace: Bool { (0x1C...0x1F).contains(value) || properties.isWhitespace }

  /// One of the 32 signs of ASCII that are neither letter nor digit.
  var isPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// A letter, or what stands for a number.
  var isAlphanumeric: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: properties.numericType != nil
    }
  }
}
