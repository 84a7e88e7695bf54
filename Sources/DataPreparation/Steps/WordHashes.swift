// Texts as numbers for their words, to compare many texts quickly.

/// Hashes of words, in lower case and without marks. The same text gives the same numbers on every machine.
package enum WordHashes {
  /// A hash for each word, in order.
  package static func of(_ text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    var hash = offset
    var isInside = false
    var text = text.lowercased()
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        // Every byte beyond ASCII counts as part of a word, but for general punctuation, U+2000 to U+206F.
        let isMark = byte == 0xE2 && index + 1 < bytes.count && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81)
        if !isMark, byte.isLetter || byte.isDigit {
          hash = (hash ^ UInt64(byte)) &* prime
          isInside = true
        } else if isInside {
          hashes.append(mixed(hash))
          (hash, isInside) = (offset, false)
        }
        index += isMark ? 3 : 1
      }
    }
    if isInside { hashes.append(mixed(hash)) }
    return hashes
  }

  /// A hash for each run of so many words; one for all words if there are fewer; none for none.
  package static func runs(of words: [UInt64], length: Int) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    guard words.count > length else { return [joined(words[...])] }
    return (0...words.count - length).map { joined(words[$0..<$0 + length]) }
  }

  private static func joined(_ words: ArraySlice<UInt64>) -> UInt64 {
    mixed(words.reduce(offset) { (rotated($0) ^ $1) &* 0x9E37_79B9_7F4A_7C15 })
  }

  private static func rotated(_ word: UInt64) -> UInt64 { word << 23 | word >> 41 }

  // FNV-1a (Fowler, Noll and Vo), its bits then mixed as in SplitMix64.
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  static func mixed(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
