// Styled lines as what a terminal reads: ECMA-48 "select graphic rendition" sequences, or plain text.

extension StyledLine {
  /// The line as a string, without a newline: with escape sequences for the colours the options have, or plain when
  /// they have none. Ends in the terminal's own style. A control character inside a span is drawn as a visible sign.
  /// Spaces at the end that nobody sees are left out.
  public func encoded(_ options: TextOptions) -> String {
    var result = ""
    var current = TextStyle()
    for span in trimmed(options).spans where !span.text.isEmpty {
      let style = options.color == .none ? TextStyle() : span.style
      if style != current {
        result += style.escapeSequence(after: current, options.color)
        current = style
      }
      result += options.oneLine(span.text)
    }
    if current != TextStyle() { result += "\u{1b}[0m" }
    return result
  }
}

extension StyledLine {
  /// Without spaces at the end, unless they are coloured or underlined.
  private func trimmed(_ options: TextOptions) -> StyledLine {
    var line = self
    while let last = line.spans.last, options.color == .none || last.style.hidesSpaces {
      let kept = last.text.reversed().drop { $0 == " " }.count
      line.spans[line.spans.count - 1].text = String(last.text.prefix(kept))
      if kept > 0 { break }
      line.spans.removeLast()
    }
    return line
  }
}

extension Sequence where Element == StyledLine {
  /// The lines encoded, each with its newline.
  public func encoded(_ options: TextOptions) -> String {
    reduce(into: "") { $0 += $1.encoded(options) + "\n" }
  }
}

extension TextStyle {
  fileprivate var hidesSpaces: Bool { background == nil && !isUnderlined }

  fileprivate func escapeSequence(after previous: TextStyle, _ depth: ColorDepth) -> String {
    var codes: [String] = previous == TextStyle() ? [] : ["0"]
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isItalic { codes.append("3") }
    if isUnderlined { codes.append("4") }
    if let foreground {
      // On a ground of its own any ink does.
      codes.append(foreground.code(depth, isBackground: false, isOnOwnGround: background != nil))
    }
    if let background { codes.append(background.code(depth, isBackground: true)) }
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }
}

extension TextColor {
  fileprivate func code(_ depth: ColorDepth, isBackground: Bool, isOnOwnGround: Bool = false) -> String {
    if depth == .twoHundredFiftySix { return "\(isBackground ? 48 : 38);5;\(nearestOfTwoHundredFiftySix)" }
    let index = isBackground || isOnOwnGround ? nearestOfSixteen : nearestInkOfSixteen
    let base = (index < 8 ? 30 : 90 - 8) + (isBackground ? 10 : 0)
    return String(base + index)
  }

  /// The nearest of the 6 × 6 × 6 cube (16 to 231) and the greys (232 to 255). Leaves out 0 to 15, whose colours
  /// every user chooses.
  var nearestOfTwoHundredFiftySix: Int {
    func level(_ component: UInt8) -> Int {
      (0..<6).min { distance(Self.cubeLevels[$0], component) < distance(Self.cubeLevels[$1], component) } ?? 0
    }
    let (r, g, b) = (level(red), level(green), level(blue))
    let cube = TextColor(UInt8(Self.cubeLevels[r]), UInt8(Self.cubeLevels[g]), UInt8(Self.cubeLevels[b]))
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let step = min(max((mean - 8 + 5) / 10, 0), 23)
    let shade = UInt8(8 + 10 * step)
    let grey = TextColor(shade, shade, shade)
    return distance(to: grey) < distance(to: cube) ? 232 + step : 16 + 36 * r + 6 * g + b
  }

  var nearestOfSixteen: Int { nearest(of: Array(Self.sixteen.indices)) }

  /// The nearest of those that can be read on a black ground and on a white one: not black, white, yellow, dark blue or
  /// the bright green and cyan.
  var nearestInkOfSixteen: Int { nearest(of: [1, 2, 5, 6, 8, 9, 12, 13]) }

  private func nearest(of indices: [Int]) -> Int {
    indices.min { distance(to: Self.sixteen[$0]) < distance(to: Self.sixteen[$1]) } ?? 7
  }

  private func distance(_ a: Int, _ b: UInt8) -> Int { abs(a - Int(b)) }

  /// Squared, weighted by how much the eye sees of each component.
  private func distance(to other: TextColor) -> Int {
    let (r, g, b) = (
      Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue)
    )
    return 2 * r * r + 4 * g * g + 3 * b * b
  }

  private static let cubeLevels = [0, 95, 135, 175, 215, 255]

  /// The sixteen as most terminals have them.
  private static let sixteen: [TextColor] = [
    TextColor(0, 0, 0), TextColor(205, 0, 0), TextColor(0, 205, 0), TextColor(205, 205, 0),
    TextColor(0, 0, 238), TextColor(205, 0, 205), TextColor(0, 205, 205), TextColor(229, 229, 229),
    TextColor(127, 127, 127), TextColor(255, 0, 0), TextColor(0, 255, 0), TextColor(255, 255, 0),
    TextColor(92, 92, 255), TextColor(255, 0, 255), TextColor(0, 255, 255), TextColor(255, 255, 255),
  ]
}
