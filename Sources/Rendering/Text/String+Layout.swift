// Strings cut, filled up and broken by terminal columns.

extension TextOptions {
  /// Marks what was left out: one column, or three in ASCII.
  public var ellipsis: String { ascii ? "..." : "…" }

  /// Untrusted text as it can stand inside one line: sanitized, and in ASCII if these options say so.
  public func oneLine(_ text: String) -> String {
    let safe = text.sanitizedOnOneLine()
    return ascii ? safe.transliterated() : safe
  }

  /// Untrusted text as lines: sanitized, tabs expanded, in ASCII if these options say so. One newline at the end
  /// does not count as an empty line more.
  public func lines(of text: String) -> [String] {
    var safe = text.sanitized()
    if safe.hasSuffix("\n") { safe.removeLast() }
    if ascii { safe = safe.transliterated() }
    return safe.expandingTabs().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

public enum TextAlignment: Sendable { case left, right, center }

extension String {
  /// The longest beginning that takes at most `width` columns.
  public func prefix(columns width: Int) -> Substring {
    var used = 0
    var end = startIndex
    while end < endIndex {
      used += self[end].displayWidth
      if used > width { break }
      end = index(after: end)
    }
    return self[..<end]
  }

  /// At most `width` columns; what is cut ends in the ellipsis, if that fits.
  public func truncated(to width: Int, ellipsis: String = "…") -> String {
    guard displayWidth > width else { return self }
    let mark = ellipsis.displayWidth <= width ? ellipsis : ""
    return prefix(columns: width - mark.displayWidth) + mark
  }

  /// Filled with spaces to `width` columns; longer text stays as it is.
  public func padded(to width: Int, _ alignment: TextAlignment = .left) -> String {
    let missing = max(0, width - displayWidth)
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .center: missing / 2
      }
    return String(repeating: " ", count: before) + self + String(repeating: " ", count: missing - before)
  }

  /// Broken after exactly as many columns as fit, as a terminal does, so that aligned text stays aligned.
  /// At least one line.
  public func folded(to width: Int) -> [String] {
    var lines: [String] = []
    var rest = self[...]
    while rest.displayWidth > width {
      var line = String(rest).prefix(columns: width)
      if line.isEmpty { line = rest.prefix(1) }
      lines.append(String(line))
      rest = rest.dropFirst(line.count)
    }
    lines.append(String(rest))
    return lines
  }

  /// Broken between words to at most `width` columns, see `StyledLine.wrapped`.
  public func wrapped(to width: Int) -> [String] {
    StyledLine(self).wrapped(to: width).map(\.plainText)
  }
}
