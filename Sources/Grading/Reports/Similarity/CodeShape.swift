// A submission reduced to what stays when names, numbers, comments and layout are changed.
import SwiftTokens

struct CodeShape {
  struct Token: Equatable {
    /// Of the token's text, or of its kind where the text says nothing.
    var hash: UInt64
    /// From 1.
    var line: Int
  }

  private(set) var tokens: [Token] = []

  /// A file is compared by so many tokens; more is no answer to an exercise.
  private static let mostTokens = 20_000

  /// - Parameter starterLines: lines that everybody was given; they are left out.
  init(_ source: [UInt8], without starterLines: Set<String> = []) {
    let text = String(decoding: source, as: UTF8.self)
    let bytes = Array(text.utf8)
    let lines = Self.lines(of: bytes)
    let given = Set(lines.indices.filter { starterLines.contains(Self.trimmed(bytes[lines[$0]])) })
    let code = SwiftLexer.tokens(of: text).filter { $0.kind != .whitespace && $0.kind != .comment }
    let words = code.prefix(Self.mostTokens).map { token in
      Word(kind: token.kind, text: String(decoding: bytes[token.range], as: UTF8.self))
    }
    let declared = DeclaredNames.names(in: words)
    var line = 0
    for (token, word) in zip(code, words) {
      while line + 1 < lines.count, lines[line + 1].lowerBound <= token.range.lowerBound { line += 1 }
      if given.contains(line) { continue }
      tokens.append(Token(hash: Self.hash(word.shape(declared).utf8), line: line + 1))
    }
  }

  /// The lines of a file as `init` leaves them out: without blanks at both ends, none that is empty.
  static func distinctLines(of source: [UInt8]) -> Set<String> {
    let bytes = Array(String(decoding: source, as: UTF8.self).utf8)
    return Set(lines(of: bytes).map { trimmed(bytes[$0]) }).subtracting([""])
  }

  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { $0.startIndex..<$0.endIndex }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0d }
    return String(decoding: line.drop(while: isBlank).reversed().drop(while: isBlank).reversed(), as: UTF8.self)
  }

  /// FNV-1a, 64 bits: the same on every machine.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  struct Word {
    var kind: SwiftToken.Kind
    var text: String

    /// What of it stays: a name that the file declares is any name, but one of the library's stays as it is.
    fileprivate func shape(_ declared: Set<String>) -> String {
      switch kind {
      case .number: "0"
      case .string: "\""
      case .identifier where declared.contains(text): "name"
      default: text
      }
    }
  }
}

/// Which names a file declares, and so could have called otherwise. By the tokens before and behind them: not exact, and
/// need not be.
private enum DeclaredNames {
  private static let introducers: Set<String> = [
    "let", "var", "func", "struct", "class", "enum", "actor", "protocol", "typealias", "case", "for", "associatedtype",
  ]

  /// Words of a list of names that are looked at.
  private static let longestList = 24

  static func names(in words: [CodeShape.Word]) -> Set<String> {
    var names: Set<String> = []
    func text(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }
    func isName(_ index: Int) -> Bool { words.indices.contains(index) && words[index].kind == .identifier }
    for index in words.indices {
      if introducers.contains(words[index].text) {
        if isName(index + 1) { names.insert(text(index + 1)) }
        if text(index + 1) == "(" {
          // let (a, b)
          for inner in words[(index + 2)...].prefix(longestList).prefix(while: { $0.text != ")" })
          where inner.kind == .identifier {
            names.insert(inner.text)
          }
        }
      } else if isName(index), text(index + 1) == ":" || (isName(index + 1) && text(index + 2) == ":") {
        // A parameter or its label.
        names.insert(text(index))
      } else if words[index].text == "{" {
        // { a, b in
        let head = words[(index + 1)...].prefix(longestList).prefix { word in
          word.kind == .identifier || ["(", ")", ",", ":", "[", "]", "->"].contains(word.text)
        }
        guard text(head.endIndex) == "in" else { continue }
        for word in head where word.kind == .identifier && word.text.first?.isLowercase == true {
          names.insert(word.text)
        }
      }
    }
    return names
  }
}
