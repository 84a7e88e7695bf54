// Strings with their interpolations, regular expressions, numbers, and what starts with `#`.

extension SwiftLexer {
  /// `#"raw"#`, `#/regex/#`, `#directive`, or stray number signs.
  mutating func lexHash() {
    let afterHashes = end(from: position) { $0 == .hash }
    let hashes = afterHashes - position
    let next = byte(hashes)
    if next == .quote {
      lexString(hashes: hashes)
    } else if next == .slash {
      emit(.string, upTo: endOfExtendedRegex(from: afterHashes + 1, hashes: hashes))
    } else if position == 0, next == UInt8(ascii: "!") {
      emit(.comment, upTo: end(from: position) { !$0.isNewline })
    } else {
      let nameEnd = hashes == 1 ? endOfName(from: afterHashes) : afterHashes
      emit(nameEnd > afterHashes ? .attribute : .punctuation, upTo: nameEnd)
    }
  }

  /// A string literal that starts at `position` with `hashes` number signs and a quote.
  mutating func lexString(hashes: Int) {
    let quotes = position + hashes
    var isMultiline = byte(hashes + 1) == .quote && byte(hashes + 2) == .quote
    if isMultiline, hashes > 0 {
      // `#"""#` is a raw string of one quote; a multi-line one has nothing but spaces after its quotes.
      let content = end(from: quotes + 3) { $0 == .space || $0 == .tab }
      isMultiline = content == bytes.count || bytes[content].isNewline
    }
    let delimiter = StringDelimiter(hashes: hashes, isMultiline: isMultiline)
    lexStringBody(delimiter, from: quotes + (isMultiline ? 3 : 1))
  }

  /// Goes on from `start`, inside the string, to its end or to its next interpolation. A single-line string without
  /// end stops before the newline, a multi-line one at the end of the source.
  mutating func lexStringBody(_ delimiter: StringDelimiter, from start: Int) {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isNewline, !delimiter.isMultiline { break }
      let quotes = delimiter.isMultiline ? 3 : 1
      if byte == .quote, isRun(of: .quote, count: quotes, at: index) {
        let (matches, afterHashes) = hashes(delimiter.hashes, at: index + quotes)
        if matches { return emit(.string, upTo: afterHashes) }
        // Quotes may overlap: `""""` ends a multi-line string with its last three.
        index = delimiter.hashes == 0 ? index + 1 : max(index + 1, afterHashes - (quotes - 1))
      } else if byte == .backslash {
        let (matches, afterHashes) = hashes(delimiter.hashes, at: index + 1)
        guard matches else {
          index = afterHashes
          continue
        }
        if afterHashes < bytes.count, bytes[afterHashes] == UInt8(ascii: "(") {
          emit(.string, upTo: index)
          emit(.punctuation, upTo: afterHashes + 1)
          interpolations.append(Interpolation(string: delimiter))
          return
        }
        let isEscapedCharacter = afterHashes < bytes.count && !bytes[afterHashes].isNewline
        index = afterHashes + (isEscapedCharacter ? 1 : 0)
      } else {
        index += 1
      }
    }
    emit(.string, upTo: index)
  }

  private func isRun(of byte: UInt8, count: Int, at index: Int) -> Bool {
    index + count <= bytes.count && bytes[index..<index + count].allSatisfy { $0 == byte }
  }

  /// Whether `count` number signs stand at `index`, and where those that do end.
  private func hashes(_ count: Int, at index: Int) -> (matches: Bool, end: Int) {
    var end = min(index, bytes.count)
    while end < bytes.count, end - index < count, bytes[end] == .hash { end += 1 }
    return (end - index == count, end)
  }

  /// The end of the `/regex/` that starts at `position`, or nil if the slash is an operator.
  ///
  /// Conservative: only where an operand is due, with its end on the same line, no space just inside the slashes,
  /// and no closing parenthesis too many, so that `reduce(1, /)` stays an operator.
  mutating func endOfRegex() -> Int? {
    guard position >= regexFreeUntil, isOperandDue, !byte(1).isSpace else { return nil }
    var index = position + 1
    var depth = 0
    scan: while index < bytes.count, !bytes[index].isNewline {
      switch bytes[index] {
      case .backslash where index + 1 < bytes.count && !bytes[index + 1].isNewline:
        index += 1
      case UInt8(ascii: "("):
        depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth < 0 { break scan }
      case .slash:
        if bytes[index - 1] == .space || bytes[index - 1] == .tab { break scan }
        return index + 1
      default: break
      }
      index += 1
    }
    regexFreeUntil = index
    return nil
  }

  /// The end of `#/regex/#` whose content starts at `start`. With a newline first it may span lines.
  private func endOfExtendedRegex(from start: Int, hashes count: Int) -> Int {
    let content = end(from: start) { $0 == .space || $0 == .tab }
    let isMultiline = content < bytes.count && bytes[content].isNewline
    var index = start
    while index < bytes.count, isMultiline || !bytes[index].isNewline {
      if bytes[index] == .slash {
        let (matches, afterHashes) = hashes(count, at: index + 1)
        if matches { return afterHashes }
        index = afterHashes
      } else {
        index += 1
      }
    }
    return index
  }

  /// A number with its prefix, separators, fraction and exponent: `0xff_ff`, `1_000.5e-3`, `0x1.8p3`.
  mutating func lexNumber() {
    let isHexadecimal = byte() == UInt8(ascii: "0") && byte(1) == UInt8(ascii: "x")
    var index = end(from: position) { $0.isWordPart }
    if !isHexadecimal, index < bytes.count, bytes[index] == .dot, previous?.isDot(in: bytes) != true {
      let fraction = end(from: index + 1) { $0.isWordPart }
      if fraction > index + 1, bytes[index + 1].isDigit { index = fraction }
    } else if isHexadecimal, index < bytes.count, bytes[index] == .dot {
      // Only an exponent makes it a fraction: `0xff.description` has none.
      let fraction = end(from: index + 1) { $0.isHexadecimalDigit }
      if fraction > index + 1, fraction < bytes.count, bytes[fraction] | 0x20 == UInt8(ascii: "p") {
        index = end(from: fraction) { $0.isWordPart }
      }
    }
    let exponent = UInt8(ascii: isHexadecimal ? "p" : "e")
    let isSigned = index < bytes.count && (bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+"))
    if isSigned, bytes[index - 1] | 0x20 == exponent, index + 1 < bytes.count, bytes[index + 1].isDigit {
      index = end(from: index + 1) { $0.isDigit || $0 == UInt8(ascii: "_") }
    }
    emit(.number, upTo: index)
  }
}
