// `{{step.name}}` and `{{step.name:%.2f}}` (LESSON_FORMAT rule 9) as they stand in a piece of prose.

/// A reference to a value that a step logged.
struct ProseNumber: Equatable {
  var step: String
  var name: String
  /// nil if none is given.
  var format: NumberFormat?

  /// A piece of text: as it stands, a number, or braces in which something is wrong.
  enum Piece: Equatable {
    case text(Substring)
    case number(ProseNumber, written: Substring)
    case malformed(Substring, problem: String)
  }

  /// The text in pieces; together they are the whole text.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      // In `{{{a.b}}` the number begins at the last two.
      var content = rest[open.upperBound..<close.lowerBound]
      while content.first == "{" { content.removeFirst() }
      let start = rest.utf8.index(content.startIndex, offsetBy: -2)
      if start > rest.startIndex { pieces.append(.text(rest[..<start])) }
      pieces.append(piece(content, written: rest[start..<close.upperBound]))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    return pieces
  }

  private static func piece(_ content: Substring, written whole: Substring) -> Piece {
    guard let dot = content.firstIndex(of: "."), dot > content.startIndex else { return noNumber(whole) }
    var name = content[content.index(after: dot)...]
    var format: NumberFormat?
    if let colon = name.lastIndex(of: ":"), isFormat(name[name.index(after: colon)...]) {
      let written = name[name.index(after: colon)...]
      format = NumberFormat(written)
      if format == nil {
        return .malformed(
          whole, problem: "\(String(written).quoted) is no format for a number; write %.2f, %5.1f, %d, %e or %g")
      }
      name = name[..<colon]
    }
    guard !name.isEmpty else { return noNumber(whole) }
    return .number(ProseNumber(step: String(content[..<dot]), name: String(name), format: format), written: whole)
  }

  /// The name of a value is an expression and may hold colons: `f(x: 1)`.
  private static func isFormat(_ text: Substring) -> Bool {
    text.hasPrefix("%") || !text.contains { $0 == " " || $0 == ")" || $0 == "]" }
  }

  private static func noNumber(_ written: Substring) -> Piece {
    .malformed(
      written, problem: "\(String(written).quoted) quotes no value; write {{step.name}}, or put it in backticks")
  }
}

/// What a prose number is replaced by.
public enum ProseValue: Equatable, Sendable {
  case number(Double)
  case text(String)
}

extension ProseNumber {
  func text(_ value: ProseValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): format?.text(number) ?? Self.shortest(number)
    }
  }

  /// `3` for 3.0, and `0.1` also for a 32-bit 0.1 that became 64 bits wide.
  private static func shortest(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int(number))" }
    return Double(Float(number)) == number ? "\(Float(number))" : "\(number)"
  }
}
