// Names and values of a file in messages: between quotation marks, short, and nothing in them that a terminal obeys.

extension String {
  /// As it stands in a message: `"tile"`.
  package var quoted: String { "\"\(harmless)\"" }

  /// At most 80 characters, control characters replaced.
  package var harmless: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars.prefix(81) {
      text.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return text.count > 80 ? String(text.dropLast()) + "…" : String(text)
  }

  /// The same for a path: of a long one the end is shown, which says what it is.
  package var harmlessPath: String {
    guard unicodeScalars.count > 80 else { return harmless }
    return "…" + String(String.UnicodeScalarView(unicodeScalars.suffix(79))).harmless
  }
}
