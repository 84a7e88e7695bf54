// One line of an expect block, as a pattern: literal text, `...` for anything, numbers with a tolerance.

/// What a line of an `expect` block matches.
enum ExpectedLine {
  /// `...` alone: any number of lines.
  case skip
  /// A line without a pattern in it, as UTF-8.
  case literal([UInt8])
  /// A line with patterns; `text` is how it is written, which always matches itself.
  case pattern([Piece], text: [UInt8])

  enum Piece: Equatable {
    case literal([UInt8])
    /// `...` in a line: any run of characters, also none.
    case anything
    case number(ExpectedNumber)
  }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    if text.trimmingBlanks == "..." {
      self = .skip
      return
    }
    let pieces = Self.pieces(bytes)
    switch pieces.first {
    case .literal? where pieces.count == 1: self = .literal(bytes)
    case nil: self = .literal([])
    default: self = .pattern(pieces, text: bytes)
    }
  }

  func matches(_ line: [UInt8]) -> Bool {
    switch self {
    case .skip: true
    case .literal(let text): text == line
    case .pattern(let pieces, let text): text == line || Self.matches(pieces, line)
    }
  }

  private static func pieces(_ bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    func endLiteral() {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = []
    }
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: "...".utf8) {
        endLiteral()
        if pieces.last != .anything { pieces.append(.anything) }
        index += 3
      } else if let (number, end) = ExpectedNumber.parse(bytes, at: index) {
        endLiteral()
        pieces.append(.number(number))
        index = end
      } else {
        literal.append(bytes[index])
        index += 1
      }
    }
    endLiteral()
    return pieces
  }

  /// Matches from the left and, when that fails, lets the last `...` take one character more: linear in memory, at
  /// worst the product of the lengths in time.
  private static func matches(_ pieces: [Piece], _ line: [UInt8]) -> Bool {
    var piece = 0
    var index = 0
    var retry: (piece: Int, index: Int)?
    while true {
      if piece < pieces.count {
        if pieces[piece] == .anything {
          piece += 1
          retry = (piece, index)
          continue
        }
        let isFree = piece > 0 && pieces[piece - 1] == .anything
        if let end = end(of: pieces[piece], in: line, at: index, isFree: isFree) {
          piece += 1
          index = end
          continue
        }
      } else if index == line.count || pieces.last == .anything {
        return true
      }
      guard let last = retry, last.index < line.count else { return false }
      retry = (last.piece, last.index + 1)
      (piece, index) = (last.piece, last.index + 1)
    }
  }

  /// - Parameter isFree: whether `...` stands before, so that a number could be cut in two.
  private static func end(of piece: Piece, in line: [UInt8], at index: Int, isFree: Bool) -> Int? {
    switch piece {
    case .anything: return index
    case .literal(let text): return line[index...].starts(with: text) ? index + text.count : nil
    case .number(let expected):
      if isFree, index > 0, NumberText.isPart(line[index - 1]) { return nil }
      guard let (value, end) = NumberText.parse(line, at: index), expected.matches(value) else { return nil }
      return end
    }
  }
}

extension String {
  /// Without the spaces and tabs at both ends.
  package var trimmingBlanks: Substring {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
