// The rewritings behind ``CleanText``, each from text to text.

enum TextCleaning {
  /// Without control characters other than tab and line feed, and without marks of no width; line ends become `\n`.
  static func withoutControls(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\t", "\n": if !(scalar == "\n" && previous == "\r") { result.append(scalar) }
      case "\r", "\u{2028}", "\u{2029}": result.append("\n")
      // Joiners hold emoji and some scripts together.
      case "\u{200D}", "\u{200C}": result.append(scalar)
      case "\u{00AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}": break
      default: if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// Spaces and tabs in a row become one space, none at the ends of lines, one empty line at most between others.
  static func withSingleSpaces(_ text: String) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\r" }
      if words.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(words.joined(separator: " "))
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Joins a line with the next where a sentence goes on: the first ends in no mark, and is about as long as a page is
  /// wide or followed by a small letter. Items of a list stay apart.
  static func withJoinedLines(_ text: String) -> String {
    guard text.contains("\n") else { return text }
    var result = ""
    var previous = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = line.trimmed
      if number > 0 { result += goesOn(previous, trimmed) ? " " : "\n" }
      result += trimmed
      previous = trimmed
    }
    return result
  }

  private static let fewestOfWrapped = 40

  private static func goesOn(_ line: String, _ next: String) -> Bool {
    guard let last = line.last, let first = next.first, !".!?:;".contains(last), !beginsItem(next) else { return false }
    return first.isLowercase
      || (line.count >= fewestOfWrapped || last == ",") && (first.isLetter || first.isNumber || first == "(")
  }

  /// "1. ", "a) ": an item of a list.
  private static func beginsItem(_ line: String) -> Bool {
    let mark = line.prefix { $0.isLetter || $0.isNumber }
    guard mark.count <= 3, let next = line.dropFirst(mark.count).first, ".)".contains(next) else { return false }
    return line.dropFirst(mark.count + 1).first == " "
  }

  static func withoutLinks(_ text: String, mask: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isStart = index == 0 || !(bytes[index - 1].isLetter || bytes[index - 1].isDigit)
      guard isStart, linkStarts.contains(where: { bytes[index...].starts(with: $0) }) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      // To a space, a bracket, or a quotation mark (of which “ and ” begin with the same byte as dashes and dots do).
      var end = bytes[index...].firstIndex { $0 <= Byte.space || $0 == 0xE2 || "<>\"".utf8.contains($0) } ?? bytes.count
      // A sentence's own mark, or the bracket round a link, is no part of it.
      while ".,;:!?)]'".utf8.contains(bytes[end - 1]) { end -= 1 }
      result += Array(mask.utf8)
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let linkStarts = ["https://", "http://", "ftp://", "www."].map { Array($0.utf8) }

  static func withoutEmoji(_ text: String, mask: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value > 0x2000 }) else { return text }
    var result = ""
    for character in text {
      if isEmoji(character) { result += mask } else { result.append(character) }
    }
    return result
  }

  /// Digits, `#` and `*` may begin an emoji, and are none.
  private static func isEmoji(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, first.properties.isEmoji, first.value > 0xFF else {
      return scalars.contains { $0 == "\u{20E3}" }
    }
    return first.properties.isEmojiPresentation || scalars.contains { $0 == "\u{FE0F}" } || first.value >= 0x1F000
  }
}
