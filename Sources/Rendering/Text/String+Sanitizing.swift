// Untrusted text made harmless: what a step printed must not move the cursor, change colours or hide its order.

extension StringProtocol {
  /// The text with every control character, and so every escape sequence, replaced by a visible sign that does
  /// nothing: ESC becomes `␛`, C1 controls and marks that reverse the writing direction become `\u{…}`.
  /// Newlines (also `\r\n`) and tabs stay. A mark without a letter to stand on gets `◌`.
  public func sanitized() -> String {
    if utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7f) || $0 == 0x0a || $0 == 0x09 }) { return String(self) }
    var result = ""
    for character in self {
      if character == "\r\n" {
        result.append("\n")
        continue
      }
      if let first = character.unicodeScalars.first, first.isJoiningMark { result.append("\u{25cc}") }
      for scalar in character.unicodeScalars {
        if scalar == "\n" || scalar == "\t" {
          result.unicodeScalars.append(scalar)
        } else if let visible = scalar.visibleControl {
          result += visible
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

extension String {
  /// Safe inside one line: as `sanitized`, and newlines and tabs become `⏎` and `⇥`.
  public func sanitizedOnOneLine() -> String {
    var result = ""
    for character in sanitized() {
      switch character {
      case "\n": result.append("\u{23ce}")
      case "\t": result.append("\u{21e5}")
      default: result.append(character)
      }
    }
    return result
  }

  /// Tabs replaced by spaces up to the next multiple of `stop` columns; a newline starts again at column 0.
  public func expandingTabs(every stop: Int = 8) -> String {
    guard contains("\t") else { return self }
    var result = ""
    var column = 0
    for character in self {
      switch character {
      case "\t":
        let count = stop - column % stop
        result += String(repeating: " ", count: count)
        column += count
      case "\n":
        result.append(character)
        column = 0
      default:
        result.append(character)
        column += character.displayWidth
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// How a control character is drawn; nil for all others.
  var visibleControl: String? {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value).map { String(Character($0)) }
    case 0x7f: "\u{2421}"
    case 0x80..<0xa0, 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069:
      "\\u{" + String(value, radix: 16) + "}"
    default: nil
    }
  }

  /// Whether it changes the character before it instead of standing alone.
  fileprivate var isJoiningMark: Bool {
    guard value >= 0x300 else { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
