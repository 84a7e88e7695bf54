// A text after normalisation that still knows where each part came from.

struct NormalizedText {
  private(set) var bytes: [UInt8] = []
  /// For each byte where the character it belongs to lay in the original text.
  private var origins: [Range<Int>] = []

  mutating func append(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bytes.append(byte)
      origins.append(origin)
    }
  }

  /// Where a range of ``bytes`` came from: from the beginning of its first character to the end of its last.
  func origin(of range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return 0..<0 }
    let start = origins[range.lowerBound].lowerBound
    return start..<max(start, origins[last].upperBound)
  }
}
