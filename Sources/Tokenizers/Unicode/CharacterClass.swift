// What GPT-2's pattern asks of a character: letter, number, white space, or something else.

/// `\p{L}`, `\p{N}`, `\s` and the rest, as Unicode 16 has them.
///
/// The version is fixed because ids depend on it: a letter that Unicode 17 added must not cut words differently from
/// the tokenizers that models were trained with (Hugging Face's and OpenAI's follow Unicode 16).
enum CharacterClass: UInt8 {
  case other, letter, number, space

  /// By scalar value, for the planes that have letters: 0 to 3. Made at first use, in about ten milliseconds.
  private static let table: [CharacterClass] = (0..<0x40000 as Range<UInt32>).map { value in
    Unicode.Scalar(value).map(classify) ?? .other
  }

  /// The same for ASCII alone, which most texts need only.
  static let ascii: [CharacterClass] = (0..<0x80 as Range<UInt8>).map { classify(Unicode.Scalar($0)) }

  static func of(_ value: UInt32) -> CharacterClass { value < 0x40000 ? table[Int(value)] : .other }

  private static func classify(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return scalar.wasAssigned(byUnicode: 16) ? .letter : .other
    case .decimalNumber, .letterNumber, .otherNumber:
      return scalar.wasAssigned(byUnicode: 16) ? .number : .other
    case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return scalar.properties.isWhitespace ? .space : .other
    default:
      return .other
    }
  }
}

extension Unicode.Scalar {
  /// Whether this was a character in the given version of Unicode already.
  func wasAssigned(byUnicode version: Int) -> Bool {
    guard let age = properties.age else { return false }
    return age.major < version || age.major == version && age.minor == 0
  }
}
