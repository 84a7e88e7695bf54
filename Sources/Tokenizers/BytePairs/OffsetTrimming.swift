// Offsets without the white space that byte-level tokens carry (`trim_offsets` of tokenizer.json).

struct OffsetTrimming {
  /// Whether a single space at the very front is taken for one that was added and so has no place in the text.
  let expectsAddedSpace: Bool

  func trim(_ encoding: inout Encoding, text: UnsafeBufferPointer<UInt8>) {
    for index in encoding.ids.indices {
      let token = encoding.tokens[index].unicodeScalars
      let range = encoding.offsets[index]
      var leading = token.prefix(while: isSpace).count
      let trailing = token.reversed().prefix(while: isSpace).count
      if leading == 1, expectsAddedSpace, index == 0 || range.lowerBound == 0 { leading = 0 }
      var start = range.lowerBound
      for _ in 0..<leading where start < range.upperBound {
        start = UTF8Scalars.end(of: start + 1, in: text)
      }
      var end = range.upperBound
      for _ in 0..<trailing where end > start {
        end = UTF8Scalars.beginning(of: end - 1, in: text)
      }
      encoding.offsets[index] = start..<end
    }
  }

  private func isSpace(_ character: Unicode.Scalar) -> Bool { character == "Ġ" || character.properties.isWhitespace }
}
