// Characters of untrusted text as they are drawn, one at a time: for those who must know where each one stands.

extension TextOptions {
  /// A character of a line that is drawn from a column on: a tab as spaces up to the next multiple of eight, a control
  /// character as a visible sign, in ASCII if these options say so. The same as `lines(of:)` draws.
  public func drawn(_ character: Character, at column: Int) -> String {
    if character == "\t" { return String(repeating: " ", count: 8 - column % 8) }
    let safe = String(character).sanitized()
    return ascii ? safe.transliterated() : safe
  }

  /// The column behind a text that begins a line.
  public func columns(of text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text.utf8.count }
    return text.reduce(0) { $0 + drawn($1, at: $0).displayWidth }
  }

  /// A line of untrusted text, however long, in which `columns(of:)` tells where its characters stand.
  public func drawn(_ text: String, _ style: TextStyle = TextStyle()) -> StyledLine {
    var result = ""
    var column = 0
    for character in text {
      let drawn = drawn(character, at: column)
      result += drawn
      column += drawn.displayWidth
    }
    return StyledLine(result, style)
  }
}
