// What the words of Swift source are to the eye, for terminal and page alike.
import SwiftTokens

/// A few roles only: a page of many colours shows nothing.
enum SwiftRole: String, CaseIterable {
  case plain, keyword, type, string, number, comment, attribute

  /// Colours of middle luminance, at least 3.8 : 1 on black and on white; keywords and comments differ in more than colour.
  var style: TextStyle {
    switch self {
    case .plain: TextStyle()
    case .keyword: TextStyle(foreground: TextColor(190, 60, 200), bold: true)
    case .attribute: TextStyle(foreground: TextColor(190, 60, 200))
    case .type: TextStyle(foreground: TextColor(0, 140, 140))
    case .string: TextStyle(foreground: TextColor(0, 135, 0))
    case .number: TextStyle(foreground: TextColor(0, 110, 230))
    case .comment: TextStyle(foreground: TextColor(118, 118, 118), italic: true)
    }
  }
}

enum SwiftHighlighting {
  struct Piece {
    var role: SwiftRole
    /// UTF-8 bytes of the source.
    var range: Range<Int>
  }

  /// The source in pieces of one role each.
  static func pieces(of source: String, _ bytes: [UInt8]) -> [Piece] {
    SwiftLexer.tokens(of: source).map { token in
      Piece(role: role(of: token.kind, first: bytes[token.range.lowerBound...]), range: token.range)
    }
  }

  /// The same as texts; joined they are the source.
  static func pieces(of source: String) -> [(text: String, role: SwiftRole)] {
    let bytes = Array(source.utf8)
    return pieces(of: source, bytes).map { (String(decoding: bytes[$0.range], as: UTF8.self), $0.role) }
  }

  private static func role(of kind: SwiftToken.Kind, first bytes: ArraySlice<UInt8>) -> SwiftRole {
    switch kind {
    case .keyword: .keyword
    case .attribute: .attribute
    case .string: .string
    case .number: .number
    case .comment: .comment
    // Types are written with a capital by convention.
    case .identifier: isCapital(bytes) ? .type : .plain
    case .punctuation, .operatorSign, .whitespace: .plain
    }
  }

  private static func isCapital(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first >= 0x80 else { return bytes.first.map { 0x41...0x5A ~= $0 } ?? false }
    return String(decoding: bytes.prefix(4), as: UTF8.self).first?.isUppercase == true
  }
}
