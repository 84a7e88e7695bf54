// How vocabulary files write bytes as characters (GPT-2's `bytes_to_unicode`).

/// A character for each byte, so that any token can be printed and stand between the spaces of merges.txt.
///
/// Bytes that are printable characters of Latin-1 are written as themselves: `!` to `~`, `¡` to `¬`, `®` to `ÿ`. The
/// other 68 follow from U+0100 on, in order: the space is `Ġ` (U+0120), the newline `Ċ` (U+010A).
enum ByteLevelAlphabet {
  /// By byte.
  static let characters: [Unicode.Scalar] = {
    var next: UInt8 = 0
    return (UInt8.min...UInt8.max).map { byte in
      if isPrintable(byte) { return Unicode.Scalar(byte) }
      defer { next += 1 }
      // U+0100 to U+0143, none of them a surrogate.
      return Unicode.Scalar(UInt16(0x100) + UInt16(next)) ?? " "
    }
  }()

  /// By character, up to the last one.
  private static let bytes: [UInt8?] = {
    var bytes = [UInt8?](repeating: nil, count: 0x144)
    for (byte, character) in characters.enumerated() { bytes[Int(character.value)] = UInt8(byte) }
    return bytes
  }()

  private static func isPrintable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x7E, 0xA1...0xAC, 0xAE...0xFF: true
    default: false
    }
  }

  static func string(of bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(characters[Int(byte)]) }
    return String(text)
  }

  /// The bytes that a token writes; nil if it has a character outside the alphabet.
  static func bytes(of token: some Sequence<Unicode.Scalar>) -> [UInt8]? {
    var result: [UInt8] = []
    for character in token {
      guard character.value < bytes.count, let byte = bytes[Int(character.value)] else { return nil }
      result.append(byte)
    }
    return result
  }
}
