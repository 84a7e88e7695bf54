// Numbers in text: where each begins and ends, and how it is spelled.
import Foundation

/// Finds numbers as people and Swift write them: `-3`, `−0.5`, `1e-05`, `.5`, `12_000`, `62 %`, `inf`, `nan`.
struct NumberScanner {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  mutating func all() -> (numbers: [WrittenNumber], rest: String) {
    var numbers: [WrittenNumber] = []
    var rest = ""
    while position < characters.count {
      if let number = number() {
        numbers.append(number)
        rest.append(WrittenNumber.mark)
      } else {
        // A mark in the text is none of ours.
        rest.append(characters[position] == WrittenNumber.mark ? " " : characters[position])
        position += 1
      }
    }
    return (numbers, rest)
  }

  private func character(_ index: Int) -> Character? { characters.indices.contains(index) ? characters[index] : nil }
  private func isDigit(_ index: Int) -> Bool { character(index).map { $0.isASCII && $0.isNumber } ?? false }

  private mutating func number() -> WrittenNumber? {
    let start = position
    guard beginsHere else { return nil }
    var index = start
    let isSigned = "-−+".contains(characters[index])
    // `2-4` is two numbers, not one and its opposite.
    if isSigned {
      if let before = character(start - 1), before.isNumber || before.isLetter || "%)]".contains(before) { return nil }
      index += 1
    }
    let isNegative = isSigned && characters[start] != "+"
    if let (value, end) = notFinite(at: index) {
      position = end
      return WrittenNumber(
        text: String(characters[start..<end]), value: isNegative ? -value : value, unit: 0)
    }
    guard let (digits, decimals, afterDigits) = digits(at: index) else { return nil }
    var (end, exponent, spelling) = (afterDigits, 0, digits)
    if let (power, after) = power(at: end) { (exponent, end, spelling) = (power, after, digits + "e\(power)") }
    guard var value = Double(spelling) else { return nil }
    if isNegative { value = -value }
    var unit = pow(10, Double(exponent - decimals))
    var sign = end
    while let space = character(sign), space.isWhitespace, !space.isNewline { sign += 1 }
    let isPercent = character(sign) == "%"
    if isPercent { (value, unit, end) = (value / 100, unit / 100, sign + 1) }
    position = end
    return WrittenNumber(
      text: String(characters[start..<end]), value: value, unit: unit, isPercent: isPercent)
  }

  /// Not inside a name such as `layer3` or `blocks.3`; the second number of `6x6` is one.
  private var beginsHere: Bool {
    guard let before = character(position - 1) else { return true }
    if "x×".contains(before), isDigit(position - 2), isDigit(position) { return true }
    if before == ".", let first = character(position - 2), first.isLetter || first.isNumber { return false }
    if before == ".", character(position) == "." { return false }
    return !(before.isLetter || before.isNumber || before == "_")
  }

  private func notFinite(at index: Int) -> (value: Double, end: Int)? {
    if character(index) == "∞" { return (.infinity, index + 1) }
    var end = index
    while let letter = character(end), letter.isLetter, end - index < 10 { end += 1 }
    switch String(characters[index..<end]).lowercased() {
    case "inf", "infinity", "infinite": return (.infinity, end)
    case "nan": return (.nan, end)
    default: return nil
    }
  }

  /// Spelled for `Double`, how many stand behind the point, and where they end.
  private func digits(at start: Int) -> (text: String, decimals: Int, end: Int)? {
    var (index, text) = (start, "")
    while isDigit(index) || isGroupMark(index) {
      if isDigit(index) { text.append(characters[index]) }
      index += 1
    }
    var decimals = 0
    if character(index) == ".", isDigit(index + 1) {
      text.append(".")
      index += 1
      while isDigit(index) {
        text.append(characters[index])
        (index, decimals) = (index + 1, decimals + 1)
      }
    }
    if text.first == "." { text = "0" + text }
    return text.isEmpty ? nil : (text, decimals, index)
  }

  /// Between thousands. A plain space is one only before zeros: `12 000`.
  private func isGroupMark(_ index: Int) -> Bool {
    guard let mark = character(index), isDigit(index - 1), !isDigit(index + 4) else { return false }
    let group = index + 1...index + 3
    guard group.allSatisfy(isDigit) else { return false }
    return "_'’\u{a0}\u{202f}\u{2009}".contains(mark) || mark == " " && group.allSatisfy { characters[$0] == "0" }
  }

  private func power(at start: Int) -> (power: Int, end: Int)? {
    guard let mark = character(start), "eE".contains(mark) else { return nil }
    var (index, text) = (start + 1, "")
    if let sign = character(index), "-−+".contains(sign) {
      if sign != "+" { text = "-" }
      index += 1
    }
    guard isDigit(index) else { return nil }
    while isDigit(index) {
      text.append(characters[index])
      index += 1
    }
    return Int(text).map { (min(max($0, -400), 400), index) }
  }
}
