// Pieces of CommonMark written so that every character is read as itself.

/// What of a text's surroundings decides how it must be escaped.
struct TextNeighbours {
  var startsLine = false
  var isInHeading = false
  /// Whether the first, or last, character is written as a reference whatever it is.
  var hidesFirst = false
  var hidesLast = false
  /// Whether a blank at that end would be lost.
  var isFirst = false
  var isLast = false
  var isBeforeLink = false
}

enum MarkdownEscaping {
  /// A text in a paragraph or heading.
  static func text(_ text: String, _ neighbours: TextNeighbours) -> String {
    let scalars = Array(text.unicodeScalars)
    let numberEnd = neighbours.startsLine ? listNumberEnd(scalars) : nil
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isFirst = index == 0
      let isLast = index == scalars.count - 1
      let next = isLast ? nil : scalars[index + 1]
      let isHidden = isFirst && neighbours.hidesFirst || isLast && neighbours.hidesLast
      let isEdge = isFirst && neighbours.isFirst || isLast && neighbours.isLast
      if isHidden || scalar == "\n" || scalar == "\r" || isEdge && scalar.properties.isWhitespace
        || scalar == "\u{FEFF}" && isFirst && neighbours.startsLine
      {
        result.append(contentsOf: reference(scalar).unicodeScalars)
        continue
      }
      let isEscaped =
        switch scalar {
        case "\\", "`", "[", "]", "<": true
        case "*": isFirst || scalars[index - 1] != " " || next != " "
        case "_": isFirst || isLast || !isWordCharacter(scalars[index - 1]) || !isWordCharacter(scalars[index + 1])
        case "&": next == "#" || next?.properties.isAlphabetic == true
        case "!": isLast && neighbours.isBeforeLink
        case "#": neighbours.isInHeading || isFirst && neighbours.startsLine
        case ">", "=": isFirst && neighbours.startsLine
        case "-", "+":
          isFirst && neighbours.startsLine && (next == nil || next == " " || next == "\t" || next == scalar)
        case "~": isFirst && neighbours.startsLine && next == scalar
        case ".", ")": index == numberEnd
        default: false
        }
      if isEscaped { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// Where `.` or `)` would make the number before it that of a list.
  private static func listNumberEnd(_ scalars: [Unicode.Scalar]) -> Int? {
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    guard (1...9).contains(digits), digits < scalars.count else { return nil }
    let isMark = scalars[digits] == "." || scalars[digits] == ")"
    return isMark && (digits + 1 == scalars.count || scalars[digits + 1].properties.isWhitespace) ? digits : nil
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func reference(_ scalar: Unicode.Scalar) -> String { "&#\(scalar.value);" }

  static func codeSpan(_ code: String) -> String {
    // The shortest run of marks that the code does not hold.
    var runs: Set<Int> = []
    var run = 0
    for byte in code.utf8 + [0] {
      if byte == UInt8(ascii: "`") {
        run += 1
      } else {
        runs.insert(run)
        run = 0
      }
    }
    let marks = String(repeating: "`", count: (1...).first { !runs.contains($0) } ?? 1)
    let isPadded = code.hasPrefix(" ") && code.hasSuffix(" ") && !code.allSatisfy { $0 == " " }
    let pad = isPadded || code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
    return marks + pad + code + pad + marks
  }

  /// An info string; cmark replaces references in it, then backslash escapes.
  static func infoString(_ info: String) -> String { attribute(info, references: ["`"]) }

  static func title(_ title: String) -> String { "\"\(attribute(title, escapes: ["\""]))\"" }

  static func destination(_ destination: String, hasTitle: Bool) -> String {
    let isPlain = destination.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        true
      default: "-._~:/?#@!$+,;=%".utf8.contains(byte)
      }
    }
    if isPlain, !hasTitle || !destination.isEmpty { return destination }
    // Blanks at the ends would be lost.
    let isTrimmed = destination.first?.isWhitespace == true || destination.last?.isWhitespace == true
    return "<\(attribute(destination, escapes: ["<", ">"], references: isTrimmed ? [" "] : []))>"
  }

  /// Whether `<text>` is a link to `text`.
  static func isAutolink(_ text: String) -> Bool {
    ["https://", "http://"].contains(where: text.hasPrefix)
      && text.utf8.allSatisfy { 0x21...0x7E ~= $0 && !"<>\\&".utf8.contains($0) }
  }

  private static func attribute(
    _ text: String, escapes: Set<Unicode.Scalar> = [], references: Set<Unicode.Scalar> = []
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case _ where escapes.contains(scalar): result += "\\\(scalar)"
      case _ where references.contains(scalar) || scalar.value < 0x20: result += reference(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func longestRun(of byte: UInt8, in text: String) -> Int {
    var longest = 0
    var current = 0
    for next in text.utf8 {
      current = next == byte ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
