// Names and keywords, and what a word's surroundings make of it.

extension SwiftLexer {
  /// An identifier, a `$0`, or a keyword; a byte that starts none of them becomes punctuation.
  mutating func lexWord() {
    let start = byte() == UInt8(ascii: "$") ? position + 1 : position
    let end = endOfName(from: start)
    guard end > position else { return emit(.punctuation, upTo: position + 1) }
    let word = String(decoding: bytes[position..<end], as: UTF8.self)
    emit(isKeyword(word, end: end) ? .keyword : .identifier, upTo: end)
  }

  /// `` `name` ``, or a stray backtick.
  mutating func lexBacktickedName() {
    let end = end(from: position + 1) { $0 != .backtick && !$0.isNewline }
    let isClosed = end < bytes.count && bytes[end] == .backtick
    emit(isClosed ? .identifier : .punctuation, upTo: isClosed ? end + 1 : position + 1)
  }

  /// The end of the letters, digits, underscores and characters beyond ASCII from `start` on.
  func endOfName(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] < 0x80 {
        guard bytes[index].isWordPart else { break }
        index += 1
      } else {
        let (scalar, length) = scalar(at: index)
        if scalar.isSwiftOperator { break }
        index += length
      }
    }
    return index
  }

  /// Whether an operand, rather than an operator, is what may come next.
  var isOperandDue: Bool {
    guard let previous else { return true }
    switch previous.kind {
    case .identifier, .number, .string, .attribute: return false
    case .keyword: return !SwiftKeywords.values.contains(text(of: previous))
    case .punctuation:
      return ![UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(lastByte(of: previous))
    // After a postfix sign, as in `x! / y`, no operand is due.
    default: return position > previous.range.upperBound || previous.range.count > 1 || lastByte(of: previous) != 0x21
    }
  }

  private func isKeyword(_ word: String, end: Int) -> Bool {
    if previous?.isDot(in: bytes) == true { return SwiftKeywords.values.contains(word) }
    let next = self.end(from: end) { $0 == .space || $0 == .tab }
    let nextByte = next < bytes.count ? bytes[next] : 0
    let isLabel = nextByte == UInt8(ascii: ":")
    if SwiftKeywords.values.contains(word) || word == "default" { return true }
    if SwiftKeywords.reserved.contains(word) { return !isLabel }
    let startsName = nextByte.isWordPart || nextByte == .backtick || nextByte == UInt8(ascii: "@")
    let startsBody = nextByte == UInt8(ascii: "{")
    if SwiftKeywords.modifiers.contains(word) {
      return next > end && startsName || nextByte == UInt8(ascii: "(") && SwiftKeywords.access.contains(word)
    }
    if SwiftKeywords.effects.contains(word) { return next > end && (startsName || startsBody || nextByte == 0x2D) }
    if SwiftKeywords.accessors.contains(word), startsBody, let previous {
      return [UInt8(ascii: "{"), UInt8(ascii: "}")].contains(lastByte(of: previous))
    }
    return false
  }

  private func text(of token: SwiftToken) -> String { String(decoding: bytes[token.range], as: UTF8.self) }
  private func lastByte(of token: SwiftToken) -> UInt8 { bytes[token.range.upperBound - 1] }
}

extension SwiftToken {
  /// Whether the token is the `.` of a member.
  func isDot(in bytes: [UInt8]) -> Bool { kind == .punctuation && bytes[range.lowerBound] == .dot }
}

enum SwiftKeywords {
  /// Those that stand for a value or a type, and so are followed by an operator; they may follow a dot or be labels.
  static let values: Set<String> = ["self", "Self", "super", "nil", "true", "false", "Any"]

  static let reserved: Set<String> = [
    "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
    "else", "enum", "extension", "fallthrough", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "static", "struct", "subscript", "switch", "throw", "throws", "try", "typealias", "var",
    "where", "while",
  ]

  /// Keywords only before a name on the same line: `final class`, `some View`.
  static let modifiers: Set<String> = [
    "actor", "any", "borrowing", "consuming", "convenience", "dynamic", "final", "indirect", "infix", "lazy", "macro",
    "mutating", "nonisolated", "nonmutating", "open", "optional", "override", "package", "postfix", "prefix",
    "required", "sending", "some", "unowned", "weak",
  ]

  /// Modifiers that may have an argument: `unowned(unsafe)`, `package(set)`.
  static let access: Set<String> = ["nonisolated", "open", "package", "unowned"]

  /// Keywords between a function's parameters and its result, and in `async let`.
  static let effects: Set<String> = ["async"]

  /// Keywords only as the first word of a braced accessor.
  static let accessors: Set<String> = ["get", "set", "willSet", "didSet", "_read", "_modify"]
}
