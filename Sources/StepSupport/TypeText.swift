// Swift type names as a programmer writes them: `[String: Int]?`, not `Optional<Dictionary<String, Int>>`.

enum TypeText {
  static func describe(_ type: Any.Type) -> String {
    sugared(_typeName(type, qualified: false)[...])
  }

  private static func sugared(_ name: Substring) -> String {
    guard name.last == ">", let open = name.firstIndex(of: "<") else { return String(name) }
    let base = name[..<open]
    let arguments = topLevelParts(of: name[name.index(after: open)..<name.index(before: name.endIndex)]).map(sugared)
    switch (base, arguments.count) {
    case ("Array", 1): return "[\(arguments[0])]"
    case ("Optional", 1): return "\(arguments[0])?"
    case ("Dictionary", 2): return "[\(arguments[0]): \(arguments[1])]"
    default: return "\(base)<\(arguments.joined(separator: ", "))>"
    }
  }

  private static func topLevelParts(of list: Substring) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var start = list.startIndex
    var previous: Character = " "
    for index in list.indices {
      let character = list[index]
      switch character {
      case "<", "(", "[": depth += 1
      case ">" where previous == "-": break
      case ">", ")", "]": depth -= 1
      case "," where depth == 0:
        parts.append(list[start..<index])
        start = list.index(after: index)
      default: break
      }
      previous = character
    }
    parts.append(list[start...])
    return parts.map { $0.first == " " ? $0.dropFirst() : $0 }
  }
}
