// Numbers and the words around them: what they mean together.

extension GuessReading {
  static func meaning(of numbers: [WrittenNumber], in rest: String) -> Meaning {
    guard !numbers.isEmpty else { return .words }
    let tokens = tokens(of: rest).filter { !fillers.contains($0) }
    if numbers.count == 2, let interval = range(numbers, tokens) { return interval }
    if numbers.count == 1 {
      if let interval = bound(numbers[0], tokens) { return interval }
      let others = tokens.filter { $0 != mark && !brackets.contains($0) }
      // A unit or two; a sentence says something of its own.
      return others.count <= 3 && !others.contains(where: doubts.contains) ? .number(numbers[0]) : .words
    }
    let separators = tokens.filter { $0 != mark }
    guard separators.allSatisfy({ joints.contains($0) || brackets.contains($0) || crosses.contains($0) }) else {
      return .words
    }
    if separators.contains(where: { brackets.contains($0) || crosses.contains($0) }) {
      return .numbers(numbers, separators.contains { "{}".contains($0) } ? .any : .fixed)
    }
    return .numbers(numbers, separators.contains { ["and", "&"].contains($0) } ? .any : .unknown)
  }

  private static let mark = String(WrittenNumber.mark)
  private static let brackets: Set<String> = ["[", "]", "(", ")", "{", "}"]
  private static let crosses: Set<String> = ["x", "×", "by"]
  private static let joints: Set<String> = [",", ";", "and", "&"]

  /// Words and single signs. `..` and `...` are one.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var isInside = false
    for character in text {
      if character.isWhitespace {
        isInside = false
      } else if character.isLetter {
        if isInside { tokens[tokens.count - 1].append(character) } else { tokens.append(String(character)) }
        isInside = true
      } else if character == ".", tokens.last?.last == "." {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
        isInside = false
      }
    }
    return tokens
  }

  /// `between 2 and 4`, `2 to 4`, `2-4`, `2..4`
  private static func range(_ numbers: [WrittenNumber], _ tokens: [String]) -> Meaning? {
    let opening = tokens.first.flatMap { ["between", "from"].contains($0) ? $0 : nil }
    let inner = Array(tokens.dropFirst(opening == nil ? 0 : 1).prefix(3))
    guard inner.count == 3, inner[0] == mark, inner[2] == mark, tokens.count <= (opening == nil ? 3 : 4) + 2 else {
      return nil
    }
    let ends = ["to", "-", "–", "—", "..", "...", "…"].contains(inner[1]) || opening != nil && inner[1] == "and"
    guard ends, numbers[0].value < numbers[1].value else { return nil }
    return .interval(from: numbers[0].value, to: numbers[1].value)
  }

  /// `less than 1`, `> 5`
  private static func bound(_ number: WrittenNumber, _ tokens: [String]) -> Meaning? {
    guard let place = tokens.firstIndex(of: mark), tokens.count - place <= 3 else { return nil }
    switch tokens[..<place].joined(separator: " ") {
    case "<", "< =", "≤", "less than", "fewer than", "lower than", "smaller than", "below", "under", "at most", "up to":
      return .interval(from: -.infinity, to: number.value)
    case ">", "> =", "≥", "more than", "greater than", "higher than", "larger than", "above", "over", "at least":
      return .interval(from: number.value, to: .infinity)
    default: return nil
    }
  }

  /// Say nothing about the number.
  static let fillers: Set<String> = [
    "about", "around", "roughly", "approximately", "approx", "circa", "ca", "nearly", "almost", "maybe", "perhaps",
    "probably", "i", "think", "guess", "say", "it", "is", "will", "be", "its", "the", "a", "an", "exactly", "=", "~",
    "≈",
    ".", "?", "!", ":", "somewhere",
  ]

  /// With these a guess is not what it holds.
  static let doubts: Set<String> = [
    "not", "no", "never", "neither", "nor", "without", "or", "either", "isn", "doesn", "won", "than", "except",
  ]
}
