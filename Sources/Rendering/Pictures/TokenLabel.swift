// Tokens as labels: spaces at their ends and line breaks are part of a token and must be seen.

enum TokenLabel {
  /// `␣the`, `⏎`; in ASCII `_the`, `\n`. An empty token is `""`.
  static func text(_ token: String, _ options: TextOptions) -> String {
    if token.isEmpty { return "\"\"" }
    let safe = token.sanitizedOnOneLine()
    let leading = safe.prefix { $0 == " " }.count
    let trailing = leading == safe.count ? 0 : safe.reversed().prefix { $0 == " " }.count
    let visible =
      String(repeating: "␣", count: leading) + safe.dropFirst(leading).dropLast(trailing)
      + String(repeating: "␣", count: trailing)
    return options.ascii ? visible.transliterated() : visible
  }

  static func text(_ tokens: [String], at index: Int, _ options: TextOptions) -> String {
    tokens.indices.contains(index) ? text(tokens[index], options) : String(index)
  }
}
