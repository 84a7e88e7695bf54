// Where an exported file comes from: it says so itself, and knows when somebody has changed it.

public struct ExportOrigin: Equatable, Sendable {
  /// The lesson's file, as people name it.
  public var lesson: String
  /// The exported file's name, without its folder.
  public var file: String
  /// Whether speaker notes are in it.
  public var hasNotes: Bool

  public init(lesson: String, file: String, hasNotes: Bool = false) {
    self.lesson = lesson
    self.file = file
    self.hasNotes = hasNotes
  }

  /// In every exported file, once; `ExportMark` fills in the check.
  var sentence: String { "Made by lectern export from \(lesson.sanitizedOnOneLine()), \(ExportMark.blank)" }
}

/// A check of the text in the text: while it fits, nobody has changed the file.
public enum ExportMark {
  private static let word = "check "
  private static let digits = 16
  static let blank = word + String(repeating: "0", count: digits)

  /// The text with its check filled in.
  public static func stamped(_ text: String) -> String {
    guard let range = text.firstRange(of: blank) else { return text }
    return text.replacingCharacters(in: range, with: word + sum(of: text))
  }

  /// Whether the text is as it was exported.
  public static func isUnchanged(_ text: String) -> Bool {
    guard let sentence = text.firstRange(of: "Made by lectern export from ") else { return false }
    var rest = text[sentence.upperBound...]
    // The lesson's own name may hold the word.
    while let place = rest.firstRange(of: word) {
      rest = rest[place.upperBound...]
      let found = rest.prefix(digits)
      guard found.count == digits, found.allSatisfy(\.isHexDigit) else { continue }
      return sum(of: text.replacingCharacters(in: place.lowerBound..<found.endIndex, with: blank)) == found
    }
    return false
  }

  /// FNV-1a, 64 bits: this is no secret, only a sign of change.
  private static func sum(of text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: digits - hex.count) + hex
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
