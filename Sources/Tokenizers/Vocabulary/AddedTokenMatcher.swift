// Finds added tokens in a text. Of the tokens that match at the leftmost place the longest wins.

/// A stretch of text between added tokens, or one of them.
enum TextPiece: Equatable {
  case text(Range<Int>)
  case added(AddedToken, Range<Int>)
}

struct AddedTokenMatcher: Sendable {
  private struct Pattern: Sendable {
    let bytes: [UInt8]
    let token: AddedToken
  }

  /// By first byte, longest first; empty for the bytes that begin no token.
  private var patterns = [[Pattern]](repeating: [], count: 256)
  private let isEmpty: Bool

  /// - Parameter tokens: what to look for, and the token that it stands for.
  init(_ tokens: [(bytes: [UInt8], token: AddedToken)]) {
    for (bytes, token) in tokens {
      guard let first = bytes.first else { continue }
      patterns[Int(first)].append(Pattern(bytes: bytes, token: token))
    }
    for first in patterns.indices { patterns[first].sort { $0.bytes.count > $1.bytes.count } }
    isEmpty = patterns.allSatisfy(\.isEmpty)
  }

  /// The pieces tile the range, except that a token which strips white space shares none of it with its neighbour.
  func pieces(of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [TextPiece] {
    guard !isEmpty else { return range.isEmpty ? [] : [.text(range)] }
    var pieces: [TextPiece] = []
    var done = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      guard let pattern = match(in: text, at: position, end: range.upperBound) else {
        position += 1
        continue
      }
      let found = position..<position + pattern.bytes.count
      position = found.upperBound
      let (start, end) = extent(of: pattern.token, found: found, in: text, from: done, range: range)
      guard let start else { continue }
      if done < start { pieces.append(.text(done..<start)) }
      pieces.append(.added(pattern.token, start..<end))
      done = end
      position = max(position, end)
    }
    if done < range.upperBound { pieces.append(.text(done..<range.upperBound)) }
    return pieces
  }

  private func match(in text: UnsafeBufferPointer<UInt8>, at position: Int, end: Int) -> Pattern? {
    let candidates = patterns[Int(text[position])]
    guard !candidates.isEmpty else { return nil }
    return candidates.first { pattern in
      position + pattern.bytes.count <= end
        && text[position..<position + pattern.bytes.count].elementsEqual(pattern.bytes)
    }
  }

  /// Where the token begins and ends with the white space that it takes; no beginning if it must be a word and is none.
  private func extent(
    of token: AddedToken, found: Range<Int>, in text: UnsafeBufferPointer<UInt8>, from done: Int, range: Range<Int>
  ) -> (start: Int?, end: Int) {
    var (start, end) = (found.lowerBound, found.upperBound)
    let before = UTF8Scalars.before(start, in: text, from: range.lowerBound)
    let after = UTF8Scalars.after(end, in: text, to: range.upperBound)
    if token.isSingleWord, before?.isWordCharacter == true || after?.isWordCharacter == true { return (nil, end) }
    if token.stripsLeft {
      while let scalar = UTF8Scalars.before(start, in: text, from: done), scalar.properties.isWhitespace {
        start -= UTF8.width(scalar)
      }
    }
    if token.stripsRight {
      while let scalar = UTF8Scalars.after(end, in: text, to: range.upperBound), scalar.properties.isWhitespace {
        end += UTF8.width(scalar)
      }
    }
    return (start, end)
  }
}

extension Unicode.Scalar {
  /// `\w` of Unicode's regular expressions (UTS 18, annex C).
  fileprivate var isWordCharacter: Bool {
    if properties.isAlphabetic || properties.isJoinControl { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }
}
