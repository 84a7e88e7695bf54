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
  /// The source in pieces of one role each; joined they are the source.
  static func pieces(of source: String) -> [(text: String, role: SwiftRole)] {
    let bytes = Array(source.utf8)
    return SwiftLexer.tokens(of: source).map { token in
      let text = String(decoding: bytes[token.range], as: UTF8.self)
      return (text, role(of: token.kind, text))
    }
  }

  private static func role(of kind: SwiftToken.Kind, _ text: String) -> SwiftRole {
    switch kind {
    case .keyword: .keyword
    case .attribute: .attribute
    case .string: .string
    case .number: .number
    case .comment: .comment
    // Types are written with a capital by convention.
    case .identifier: text.first?.isUppercase == true ? .type : .plain
    case .punctuation, .operatorSign, .whitespace: .plain
    }
  }
}
