// Values as YAML on one line, read back as the same value.

public enum YAMLText {
  /// Plain where YAML reads it as this text, quoted otherwise.
  public static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  public static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }

  /// The shortest text that is this number: 5, 0.5.
  public static func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  /// A setting with its explanation, wrapped so that lines stay short.
  ///
  /// - Returns: `shortest: 10  # the fewest characters of an answer`, or the comment above where both are too long.
  static func line(_ key: String, _ value: String, _ explanation: String, width: Int = 80) -> [String] {
    let setting = "\(key): \(value)"
    let line = setting + "  # " + explanation
    if line.count <= width { return [line] }
    var comments = ["#"]
    for word in explanation.split(separator: " ") {
      if comments[comments.count - 1].count + 1 + word.count > width { comments.append("#") }
      comments[comments.count - 1] += " " + word
    }
    return comments + [setting]
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    let isWord = { (scalar: Unicode.Scalar) in scalar.properties.isAlphabetic }
    return (isWord(first) || "/.".unicodeScalars.contains(first)) && last != " " && Double(text) == nil
      && text.unicodeScalars.allSatisfy { isWord($0) || "0123456789 -_./".unicodeScalars.contains($0) }
      && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _
      where scalar.properties.generalCategory == .control || scalar.value == 0xFEFF || scalar.value == 0x2028
        || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Setting {
  /// As it stands in a file: `shortest: 10`.
  public func line(of owner: Owner) -> String { "\(key): \(text(owner))" }

  /// As it stands in a template: key, value, and the explanation as a comment.
  public func lines(of owner: Owner, width: Int = 80) -> [String] {
    YAMLText.line(key, text(owner), explanation, width: width)
  }
}
