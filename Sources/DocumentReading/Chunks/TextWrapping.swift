// Lines of text for pictures that a step makes by itself, without knowing what will draw them.

enum TextWrapping {
  /// Broken between words, or inside one that is longer than a line. At least one line.
  static func wrapped(_ text: String, to width: Int, columns: (String) -> Int) -> [String] {
    if columns(text) <= width { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      let wordWidth = columns(word)
      if used + 1 + wordWidth <= width, !line.isEmpty || used > 0 {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = ("", 0)
      for character in word {
        let characterWidth = columns(String(character))
        if used + characterWidth > width, !line.isEmpty {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += characterWidth
      }
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  static func truncated(_ text: String, to width: Int, columns: (String) -> Int) -> String {
    guard columns(text) > width else { return text }
    var kept = text
    while !kept.isEmpty, columns(kept) > width - 3 { kept.removeLast() }
    return kept + "..."
  }
}
