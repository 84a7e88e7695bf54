// A page's text by the number of its characters: what evidence, sentences and chunks count in.

/// Text in which the n-th Unicode scalar is found at once.
public struct ScalarText: Equatable, Sendable {
  public let scalars: [Unicode.Scalar]

  /// - Complexity: linear; everything else is counted from its result.
  public init(_ text: String) { scalars = Array(text.unicodeScalars) }

  public var count: Int { scalars.count }

  /// The characters of a range that lies in the text.
  public subscript(range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// The range without white space at its ends; nil if it holds nothing else.
  public func trimmed(_ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first(where: { !scalars[$0].isWhiteSpace }),
      let last = range.last(where: { !scalars[$0].isWhiteSpace })
    else { return nil }
    return first..<last + 1
  }

  /// Whether a sentence goes on behind an empty line, where a typesetter put a picture or a page's end between: it was in
  /// the middle of a full line, and goes on with a small letter.
  ///
  /// - Parameter end: behind the last visible character before the empty line.
  package func runsOn(behind end: Int, limit: Int) -> Bool {
    guard let next = scalars[end..<limit].first(where: { !$0.isWhiteSpace }), next.isLowercaseLetter else {
      return false
    }
    let line = scalars[..<end].suffix(Self.fullLine)
    guard line.count == Self.fullLine, !line.contains("\n"), let last = line.last else { return false }
    return last.isLetter || last.isDigit || last == "," || last == "-"
  }

  private static let fullLine = 40
}

extension Unicode.Scalar {
  /// A space, a line break, a form feed, or another sign that shows nothing.
  package var isWhiteSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0xFEFF, 0x200B: true
    case 0x21...0x7E: false
    default: properties.isWhitespace
    }
  }

  package var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  package var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: properties.isAlphabetic
    }
  }

  package var isUppercaseLetter: Bool {
    value < 0x80 ? (0x41...0x5A).contains(value) : properties.generalCategory == .uppercaseLetter
  }

  package var isLowercaseLetter: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value) : properties.generalCategory == .lowercaseLetter
  }
}
