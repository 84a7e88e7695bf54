// What the tokens of a byte-level vocabulary stand for, for decoding.

/// The bytes of each token, in one block of memory. Several tokens may stand for the same bytes.
struct BytePieces: Sendable {
  private var bytes: [UInt8] = []
  /// By id; nil for an id that nothing uses.
  private var ranges: [Range<Int>?]

  /// A token with characters outside the byte-level alphabet stands for its own UTF-8.
  init(_ vocabulary: ByteStrings) {
    ranges = [Range<Int>?](repeating: nil, count: vocabulary.idLimit)
    for (id, token) in vocabulary.entries {
      let start = bytes.count
      bytes += ByteLevelAlphabet.bytes(of: String(decoding: token, as: UTF8.self).unicodeScalars) ?? Array(token)
      ranges[id] = start..<bytes.count
    }
  }

  subscript(id: Int) -> ArraySlice<UInt8>? {
    guard ranges.indices.contains(id), let range = ranges[id] else { return nil }
    return bytes[range]
  }
}
