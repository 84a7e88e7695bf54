// Where a text first differs from the expected one, with a short piece of both around that place.
import Rendering

struct TextDifference: Equatable {
  /// From 1, in the expected text up to the difference.
  let line: Int
  /// From 1, in its line.
  let character: Int
  /// Whether either text has more than one line.
  let hasLines: Bool
  /// Between quotation marks; `…` where more follows or comes before.
  let expected: String
  let actual: String

  private static let charactersBefore = 16
  private static let charactersBehind = 24

  /// nil if the texts are equal, as Swift compares them.
  init?(expected: String, actual: String) {
    guard expected != actual else { return nil }
    var (i, j) = (expected.startIndex, actual.startIndex)
    var (line, character) = (1, 1)
    while i < expected.endIndex, j < actual.endIndex, expected[i] == actual[j] {
      if expected[i].isNewline {
        (line, character) = (line + 1, 1)
      } else {
        character += 1
      }
      i = expected.index(after: i)
      j = actual.index(after: j)
    }
    (self.line, self.character) = (line, character)
    hasLines = line > 1 || expected[i...].contains(where: \.isNewline) || actual[j...].contains(where: \.isNewline)
    self.expected = Self.piece(of: expected, around: i, column: character)
    self.actual = Self.piece(of: actual, around: j, column: character)
  }

  /// - Parameter column: of `index` in its line, from 1: no more than what stands before it on the line is shown.
  private static func piece(of text: String, around index: String.Index, column: Int) -> String {
    let before = min(charactersBefore, column - 1)
    let start = text.index(index, offsetBy: -before)
    let end = text.index(index, offsetBy: charactersBehind, limitedBy: text.endIndex) ?? text.endIndex
    var piece = String(text[start..<end])
    // One character may be made of a million marks.
    let mostScalars = 4 * (charactersBefore + charactersBehind)
    var isCut = end < text.endIndex
    if piece.unicodeScalars.count > mostScalars {
      piece = String(String.UnicodeScalarView(piece.unicodeScalars.prefix(mostScalars)))
      isCut = true
    }
    return "\"" + (start > text.startIndex ? "…" : "") + piece.sanitizedOnOneLine() + (isCut ? "…\"" : "\"")
  }

  var valueDifference: ValueDifference {
    ValueDifference(
      kind: .text, place: (hasLines ? ["line \(line)"] : []) + ["character \(character)"], expected: expected,
      actual: actual)
  }
}
