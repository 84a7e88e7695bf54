// Walks the tokens at top level and in top-level control flow; skips every function body whole.

/// Decides for each `{` whether it opens a control-flow block or a function body.
///
/// Swift makes this decidable: between `if`, `while`, `for`, `guard` or `switch` and the block that follows, no
/// trailing closure stands outside parentheses. (The compiler lets some through with a warning; see `isClosure`.)
struct OutlineScanner {
  private(set) var bodies: [Range<Int>] = []
  private(set) var modules: [String] = []
  private(set) var awaitOffset: Int?

  let bytes: [UInt8]
  /// Tokens without whitespace and comments.
  let tokens: [SwiftToken]
  /// For each opening bracket the index of its closing one; unclosed ones have none.
  let closers: [Int: Int]
  private var seenModules: Set<String> = []
  private var index = 0
  /// What is open around `index`, innermost last; the first is the source itself.
  private var frames = [Frame(kind: .block)]

  private struct Frame {
    enum Kind { case block, repeatBlock, brackets }
    var kind: Kind
    /// The index of the token that closes it; nil for the source itself.
    var closer: Int?
    /// The control-flow keyword whose block is still to come.
    var pending: String?
    /// Whether the next `(` opens a function's parameters.
    var expectsParameters = false
  }

  init(bytes: [UInt8], tokens: [SwiftToken]) {
    self.bytes = bytes
    self.tokens = tokens.filter { $0.kind != .whitespace && $0.kind != .comment }
    closers = Self.closers(of: self.tokens, in: bytes)
  }

  /// The outermost `{…}`, of any kind; one that is never closed reaches to the end.
  var braceBlocks: [Range<Int>] {
    var blocks: [Range<Int>] = []
    for (index, token) in tokens.enumerated()
    where token.kind == .punctuation && bytes[token.range.upperBound - 1] == UInt8(ascii: "{") {
      guard token.range.lowerBound >= blocks.last?.upperBound ?? 0 else { continue }
      blocks.append(token.range.lowerBound..<(closers[index].map { tokens[$0].range.upperBound } ?? bytes.count))
    }
    return blocks
  }

  mutating func scan() {
    while index < tokens.count {
      switch tokens[index].kind {
      case .punctuation: scanPunctuation()
      case .keyword: scanKeyword()
      default: index += 1
      }
    }
  }

  private mutating func scanPunctuation() {
    // The last byte, so that the `\(` of an interpolation is a bracket too.
    switch bytes[tokens[index].range.upperBound - 1] {
    case UInt8(ascii: "("):
      if frames[frames.count - 1].expectsParameters {
        frames[frames.count - 1].expectsParameters = false
        skipBody()
      } else {
        open(.brackets)
      }
    case UInt8(ascii: "["):
      open(.brackets)
    case UInt8(ascii: "{"):
      scanBrace()
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      close()
    default:
      index += 1
    }
  }

  private mutating func scanBrace() {
    let frame = frames[frames.count - 1]
    guard frame.kind != .brackets, let keyword = frame.pending, !isClosure(after: keyword) else { return skipBody() }
    frames[frames.count - 1].pending = nil
    open(keyword == "repeat" ? .repeatBlock : .block)
  }

  private mutating func scanKeyword() {
    let keyword = text(at: index)
    switch keyword {
    case "await":
      noteAwait()
    case "async" where index + 1 < tokens.count && text(at: index + 1) == "let":
      noteAwait()
    case "import" where frames.count == 1:
      return scanImport()
    case "if", "else", "guard", "for", "while", "repeat", "do", "catch", "switch", "defer":
      if frames[frames.count - 1].kind != .brackets { frames[frames.count - 1].pending = keyword }
    case "func":
      frames[frames.count - 1].expectsParameters = true
    default: break
    }
    index += 1
  }

  /// `import Module`, `import struct Module.Type`.
  private mutating func scanImport() {
    let kinds: Set<String> = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor"]
    index += 1
    if index + 1 < tokens.count, kinds.contains(text(at: index)), tokens[index + 1].kind == .identifier { index += 1 }
    guard index < tokens.count, tokens[index].kind == .identifier else { return }
    let name = text(at: index).filter { $0 != "`" }
    if seenModules.insert(name).inserted { modules.append(name) }
    index += 1
  }

  private mutating func noteAwait() {
    if awaitOffset == nil { awaitOffset = tokens[index].range.lowerBound }
  }

  /// Whether the `{` at `index`, which should be the block of `keyword`, is a trailing closure in its condition: then
  /// the condition goes on behind the `}` on the same line.
  private func isClosure(after keyword: String) -> Bool {
    guard ["if", "while", "for", "guard", "switch"].contains(keyword), let closer = closers[index],
      closer + 1 < tokens.count
    else { return false }
    let next = tokens[closer + 1]
    guard !bytes[tokens[closer].range.upperBound..<next.range.lowerBound].contains(where: \.isNewline) else {
      return false
    }
    return next.kind == .operatorSign || ["{", ".", ",", "(", "["].contains(text(at: closer + 1))
      || (keyword == "guard" && text(at: closer + 1) == "else")
  }

  /// Goes behind the bracket that closes the one at `index`, and lists what is between them.
  private mutating func skipBody() {
    let start = tokens[index].range.lowerBound
    if let closer = closers[index] {
      bodies.append(start..<tokens[closer].range.upperBound)
      index = closer + 1
    } else {
      bodies.append(start..<bytes.count)
      index = tokens.count
    }
  }

  private mutating func open(_ kind: Frame.Kind) {
    // An unclosed bracket of a broken source is passed over, so that what follows keeps its place.
    if let closer = closers[index] { frames.append(Frame(kind: kind, closer: closer)) }
    index += 1
  }

  private mutating func close() {
    let closed = frames[frames.count - 1]
    if closed.closer == index { frames.removeLast() }
    index += 1
    // `repeat { … } while condition` has no block after its `while`.
    let isRepeat = closed.closer == index - 1 && closed.kind == .repeatBlock
    if isRepeat, index < tokens.count, text(at: index) == "while" { index += 1 }
  }

  func text(at index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self) }

  /// Pairs brackets. A brace closes whatever is open inside it; another bracket closes only its own kind.
  private static func closers(of tokens: [SwiftToken], in bytes: [UInt8]) -> [Int: Int] {
    var closers: [Int: Int] = [:]
    var open: [(bracket: UInt8, index: Int)] = []
    var openBraces = 0
    for (index, token) in tokens.enumerated() where token.kind == .punctuation {
      let byte = bytes[token.range.upperBound - 1]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
        open.append((byte, index))
        if byte == UInt8(ascii: "{") { openBraces += 1 }
      case UInt8(ascii: "}") where openBraces > 0:
        while let last = open.popLast() {
          guard last.bracket == UInt8(ascii: "{") else { continue }
          closers[last.index] = index
          break
        }
        openBraces -= 1
      case UInt8(ascii: ")") where open.last?.bracket == UInt8(ascii: "("),
        UInt8(ascii: "]") where open.last?.bracket == UInt8(ascii: "["):
        closers[open.removeLast().index] = index
      default: break
      }
    }
    return closers
  }
}
