// Cuts Swift source into tokens that tile it. Never fails: what is not Swift still becomes tokens.
// Literals are in SwiftLexer+Literals.swift, names and keywords in SwiftLexer+Words.swift.

/// A lexer for colouring and outlining. It follows the compiler's rules for nested comments, raw and multi-line
/// strings and interpolations, and guesses where a `/` starts a regular expression.
public struct SwiftLexer {
  let bytes: [UInt8]
  var position = 0
  var tokens: [SwiftToken] = []
  /// The string literals whose interpolation is being read, outermost first.
  var interpolations: [Interpolation] = []
  /// No regular expression starts before this offset: a search for its end has failed there.
  var regexFreeUntil = 0
  /// The last token that is neither whitespace nor comment.
  var previous: SwiftToken?

  struct StringDelimiter {
    /// How many `#` stand on each side.
    var hashes: Int
    var isMultiline: Bool
  }

  struct Interpolation {
    var string: StringDelimiter
    /// Parentheses open inside the interpolation.
    var depth = 0
  }

  /// The tokens of `source`. Each byte is in exactly one of them, in order. Linear in the length of the source.
  public static func tokens(of source: String) -> [SwiftToken] {
    var lexer = SwiftLexer(bytes: Array(source.utf8))
    while lexer.position < lexer.bytes.count { lexer.lexToken() }
    return lexer.tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4)
  }

  /// The byte at `position + distance`; zero outside the source.
  func byte(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index >= 0 && index < bytes.count ? bytes[index] : 0
  }

  /// Ends a token before `end`, and goes there.
  mutating func emit(_ kind: SwiftToken.Kind, upTo end: Int) {
    guard end > position else { return }
    let token = SwiftToken(kind: kind, range: position..<end)
    tokens.append(token)
    if kind != .whitespace && kind != .comment { previous = token }
    position = end
  }

  /// The first offset from `start` at which `isPart` is false.
  func end(from start: Int, while isPart: (UInt8) -> Bool) -> Int {
    var end = start
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    return end
  }

  private mutating func lexToken() {
    switch byte() {
    case let space where space.isSpace:
      emit(.whitespace, upTo: end(from: position) { $0.isSpace })
    case .slash where byte(1) == .slash:
      emit(.comment, upTo: end(from: position) { !$0.isNewline })
    case .slash where byte(1) == .star:
      emit(.comment, upTo: endOfBlockComment())
    case .hash:
      lexHash()
    case .quote:
      lexString(hashes: 0)
    case .slash:
      if let end = endOfRegex() { emit(.string, upTo: end) } else { lexOperatorOrWord() }
    case UInt8(ascii: "@"):
      let end = endOfName(from: position + 1)
      emit(end > position + 1 ? .attribute : .punctuation, upTo: end)
    case let digit where digit.isDigit:
      lexNumber()
    case .backtick:
      lexBacktickedName()
    case UInt8(ascii: "("):
      if !interpolations.isEmpty { interpolations[interpolations.count - 1].depth += 1 }
      emit(.punctuation, upTo: position + 1)
    case UInt8(ascii: ")"):
      lexClosingParenthesis()
    case let other where other.isPunctuation:
      emit(.punctuation, upTo: position + 1)
    default:
      lexOperatorOrWord()
    }
  }

  private mutating func lexOperatorOrWord() {
    let operatorEnd = endOfOperator(from: position)
    if operatorEnd == position + 1, byte() == .dot {
      emit(.punctuation, upTo: operatorEnd)
    } else if operatorEnd > position {
      emit(.operatorSign, upTo: operatorEnd)
    } else {
      lexWord()
    }
  }

  /// Closes an interpolation and goes on with its string, or is a parenthesis like others.
  private mutating func lexClosingParenthesis() {
    emit(.punctuation, upTo: position + 1)
    guard let innermost = interpolations.last else { return }
    if innermost.depth > 0 {
      interpolations[interpolations.count - 1].depth -= 1
    } else {
      interpolations.removeLast()
      lexStringBody(innermost.string, from: position)
    }
  }

  private func endOfBlockComment() -> Int {
    var depth = 1
    var index = position + 2
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (bytes[index], next) {
      case (.slash, .star):
        depth += 1
        index += 2
      case (.star, .slash):
        depth -= 1
        index += 2
        if depth == 0 { return index }
      default:
        index += 1
      }
    }
    return index
  }

  /// The end of the run of operator characters at `start`, or `start`. A comment ends the run; a dot is part of it
  /// only if the run starts with one.
  private func endOfOperator(from start: Int) -> Int {
    let allowsDots = start < bytes.count && bytes[start] == .dot
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == .slash, index > start, index + 1 < bytes.count,
        bytes[index + 1] == .slash || bytes[index + 1] == .star
      {
        break
      }
      if byte.isOperator || (byte == .dot && allowsDots) {
        index += 1
      } else if byte >= 0x80 {
        let (scalar, length) = scalar(at: index)
        guard scalar.isSwiftOperator else { break }
        index += length
      } else {
        break
      }
    }
    return index
  }

  /// The Unicode scalar at `index` and its length in bytes.
  func scalar(at index: Int) -> (Unicode.Scalar, length: Int) {
    var iterator = bytes[index..<min(index + 4, bytes.count)].makeIterator()
    var decoder = Unicode.UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (scalar, Unicode.UTF8.width(scalar))
  }
}
