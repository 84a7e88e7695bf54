// A token may end inside a character: what of a text's bytes cannot be shown yet.

extension [UInt8] {
  /// How many bytes at the end begin a character of UTF-8 that is not whole yet.
  package var unfinishedCount: Int {
    for (count, byte) in reversed().prefix(3).enumerated() {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      // Not a byte that goes on with a character.
      if byte & 0xC0 != 0x80 { return length > count + 1 ? count + 1 : 0 }
    }
    return 0
  }
}
