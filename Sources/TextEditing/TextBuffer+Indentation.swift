// Indentation as Swift is written: one level more behind an open bracket, back to its line's for the one that closes it.
import SwiftTokens

extension TextBuffer {
  /// A new line with the indentation of this one, and a level more if this one opens a bracket at its end, or a
  /// closure with `in`. No blanks are left behind on an empty line.
  public mutating func insertNewline() {
    let before = String(textBeforeCursor)
    let behind = textBehindCursor
    let blanks = behind.prefix(while: \.isBlank).count
    let end = Position(line: cursor.line, column: cursor.column + blanks)
    var indent = String(before.prefix(while: \.isBlank))
    let isEmpty = indent == before
    if !isEmpty, Self.opensBlock(before), !(behind.dropFirst(blanks).first?.isClosingBracket ?? false) {
      indent += indentation
    }
    replace(
      isEmpty ? Position(line: cursor.line, column: 0) : cursor, isEmpty && behind.count > blanks ? cursor : end,
      with: "\n" + indent, as: .other)
  }

  /// A character that was typed: a bracket that closes goes under the line that opened it, if nothing stands before.
  public mutating func type(_ character: Character) {
    let before = textBeforeCursor
    if character.isClosingBracket, !before.isEmpty, before.allSatisfy(\.isBlank),
      let indent = indentationOfOpenBracket()
    {
      replace(Position(line: cursor.line, column: 0), cursor, with: indent + String(character), as: .other)
    } else {
      insert(String(character), as: .typing)
    }
  }

  /// Blanks up to the next level.
  public mutating func indent() {
    if indentation == "\t" { return insert("\t", as: .typing) }
    let column = cursor.column % indentation.count
    insert(String(repeating: " ", count: indentation.count - column), as: .typing)
  }

  /// Takes a level of indentation from the line.
  public mutating func unindent() {
    let line = lines[cursor.line]
    let surplus = line.hasPrefix("\t") ? 1 : min(line.prefix { $0 == " " }.count, indentation.count)
    guard surplus > 0 else { return }
    let column = max(0, cursor.column - surplus)
    let start = Position(line: cursor.line, column: 0)
    replace(start, Position(line: cursor.line, column: surplus), with: "", as: .other)
    cursor.column = column
  }

  private static func opensBlock(_ line: String) -> Bool {
    let tokens = SwiftLexer.tokens(of: line).filter { $0.kind != .whitespace && $0.kind != .comment }
    let bytes = Array(line.utf8)
    guard let last = tokens.last else { return false }
    if last.kind == .punctuation { return [UInt8](bytes[last.range]).isOpeningBracket }
    guard last.kind == .keyword, bytes[last.range].elementsEqual("in".utf8) else { return false }
    let braces = tokens.filter { $0.kind == .punctuation }.map { bytes[$0.range.lowerBound] }
    return braces.count { $0 == UInt8(ascii: "{") } > braces.count { $0 == UInt8(ascii: "}") }
  }

  /// The blanks before the line with the innermost bracket that is open at the cursor's line.
  private func indentationOfOpenBracket() -> String? {
    let above = lines[..<cursor.line].joined(separator: "\n")
    let bytes = Array(above.utf8)
    var open: [Int] = []
    for token in SwiftLexer.tokens(of: above) where token.kind == .punctuation {
      let text = [UInt8](bytes[token.range])
      if text.isOpeningBracket {
        open.append(token.range.lowerBound)
      } else if text.isClosingBracket {
        _ = open.popLast()
      }
    }
    guard let last = open.last else { return nil }
    let line = bytes[..<last].count { $0 == UInt8(ascii: "\n") }
    return String(lines[line].prefix(while: \.isBlank))
  }
}

extension Character {
  fileprivate var isClosingBracket: Bool { self == "}" || self == ")" || self == "]" }
}

extension [UInt8] {
  /// Also the `\(` of an interpolation.
  fileprivate var isOpeningBracket: Bool { last.map { "{([".utf8.contains($0) } ?? false }
  fileprivate var isClosingBracket: Bool { count == 1 && "})]".utf8.contains(self[0]) }
}
