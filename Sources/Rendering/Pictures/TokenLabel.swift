// Tokens as labels: spaces at their ends and line breaks are part of a token and must be seen.

package enum TokenLabel {
  /// `␣the`, `⏎`; in ASCII `_the`, `\n`; in words `space the`, `new line`. An empty token is `""`, in words `nothing`.
  package static func text(_ token: String, _ options: TextOptions) -> String {
    if options.plain { return spoken(token, options) }
    if token.isEmpty { return "\"\"" }
    let safe = token.sanitizedOnOneLine()
    let leading = safe.prefix { $0 == " " }.count
    let trailing = leading == safe.count ? 0 : safe.reversed().prefix { $0 == " " }.count
    let visible =
      String(repeating: "␣", count: leading) + safe.dropFirst(leading).dropLast(trailing)
      + String(repeating: "␣", count: trailing)
    return options.ascii ? visible.transliterated() : visible
  }

  private static func spoken(_ token: String, _ options: TextOptions) -> String {
    if token.isEmpty { return "nothing" }
    var words: [String] = []
    var rest = token[...]
    while let first = rest.first, let name = name(of: first) {
      words.append(name)
      rest = rest.dropFirst()
    }
    var last: [String] = []
    while let end = rest.last, let name = name(of: end) {
      last.insert(name, at: 0)
      rest = rest.dropLast()
    }
    if !rest.isEmpty { words.append(options.oneLine(String(rest))) }
    return (words + last).joined(separator: " ")
  }

  private static func name(of character: Character) -> String? {
    switch character {
    case " ": "space"
    case "\n", "\r\n": "new line"
    case "\t": "tab"
    default: nil
    }
  }

  static func text(_ tokens: [String], at index: Int, _ options: TextOptions) -> String {
    tokens.indices.contains(index) ? text(tokens[index], options) : String(index)
  }
}
