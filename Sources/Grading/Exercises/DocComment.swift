// The first doc comment of a Swift file: its text, and the lines it stands on.
import SwiftTokens

struct DocComment: Equatable {
  /// On one line.
  var text: String
  /// From 1.
  var lines: ClosedRange<Int>

  /// `///` lines that follow each other, or a `/** … */`; nil if there is none, or none with a text.
  static func first(in source: String) -> DocComment? {
    let bytes = Array(source.utf8)
    var parts: [String] = []
    var lines: ClosedRange<Int>?
    var line = 1
    for token in SwiftLexer.tokens(of: source) {
      let text = String(decoding: bytes[token.range], as: UTF8.self)
      let newlines = text.utf8.count { $0 == UInt8(ascii: "\n") }
      defer { line += newlines }
      switch token.kind {
      case .comment where text.hasPrefix("///"):
        parts.append(words(text.dropFirst(3)))
        lines = (lines?.lowerBound ?? line)...line
      case .comment where text.hasPrefix("/**") && parts.isEmpty && text.count > 4:
        let body = text.dropFirst(3).dropLast(2).split(whereSeparator: \.isNewline).map { part in
          words(part.drop { $0 == " " || $0 == "\t" }.drop { $0 == "*" })
        }
        if let comment = finished(body, line...line + newlines) { return comment }
      case .whitespace where newlines < 2: continue
      default:
        if let comment = lines.flatMap({ finished(parts, $0) }) { return comment }
        (parts, lines) = ([], nil)
      }
    }
    return lines.flatMap { finished(parts, $0) }
  }

  private static func words(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func finished(_ parts: [String], _ lines: ClosedRange<Int>) -> DocComment? {
    let text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return text.isEmpty ? nil : DocComment(text: text, lines: lines)
  }
}
