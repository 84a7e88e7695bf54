// How many terminal columns text takes. Leaves out tabs and newlines, which depend on where they stand.

extension Character {
  /// Columns of a terminal: 0 for a mark that joins what stands before it, 2 for East Asian wide characters and emoji,
  /// else 1. A control character counts as the one-column sign that the encoder draws for it.
  public var displayWidth: Int {
    let scalars = unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.value < 0x7f { return scalars.count == 1 || self == "\r\n" ? 1 : widthOfCluster }
    return scalars.dropFirst().isEmpty ? first.displayWidth : widthOfCluster
  }

  /// An emoji sequence (flag, family, keycap, skin tone) is as wide as one emoji; other clusters are the sum of their
  /// parts, which is what terminals do with scripts that join letters.
  private var widthOfCluster: Int {
    let scalars = unicodeScalars
    let isEmoji = scalars.contains {
      $0.value == 0xfe0f || $0.properties.isEmojiPresentation || (0x1f1e6...0x1f1ff).contains($0.value)
    }
    return isEmoji ? 2 : scalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension StringProtocol {
  /// Columns of a terminal, the sum over the characters.
  public var displayWidth: Int {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    if value < 0x300 { return 1 }
    if isEastAsianWide || properties.isEmojiPresentation || (0x1f1e6...0x1f1ff).contains(value) { return 2 }
    // Vowels and finals of Hangul join the initial before them.
    if (0x1160...0x11ff).contains(value) || (0xd7b0...0xd7fb).contains(value) { return 0 }
    if properties.isDefaultIgnorableCodePoint { return 0 }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: 1
    }
  }

  /// East_Asian_Width W or F (Unicode Standard Annex 11), except emoji, which the standard library knows.
  private var isEastAsianWide: Bool {
    guard value >= 0x1100 else { return false }
    return Self.wideRanges.contains { $0.contains(value) }
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0x3247, 0x3250...0x4dbf, 0x4e00...0xa4cf,
    0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff01...0xff60,
    0xffe0...0xffe6, 0x16fe0...0x18dff, 0x1aff0...0x1b2ff, 0x1f200...0x1f265, 0x20000...0x3fffd,
  ]
}
