// What terminals send for keys: ECMA-48 sequences as xterm, tmux, screen, rxvt, kitty and the Linux console write them.

enum KeySequence {
  enum Found: Equatable {
    /// The key, and how many bytes it took.
    case key(Key, Int)
    /// Bytes that mean nothing to us.
    case nothing(Int)
    /// The beginning of a paste.
    case paste(Int)
    /// More may come.
    case unfinished
  }

  static let escape: UInt8 = 0x1B
  /// Parameters beyond this are no key's.
  private static let longestParameters = 64

  /// - Parameter bytes: not empty.
  static func first(in bytes: ArraySlice<UInt8>) -> Found {
    switch bytes[bytes.startIndex] {
    case escape: return sequence(bytes)
    case let byte where byte < 0x20 || byte == 0x7F: return .key(controlKey(byte), 1)
    default: return character(bytes)
    }
  }

  private static func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x03: .interrupt
    case 0x04: .endOfInput
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case escape: .escape
    case 0x1C...: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .control(Character(Unicode.Scalar(byte + 0x60)))
    }
  }

  /// A character in UTF-8. Of a broken one the bytes up to the break are dropped.
  private static func character(_ bytes: ArraySlice<UInt8>) -> Found {
    let length =
      switch bytes[bytes.startIndex] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let following = bytes.dropFirst().prefix(length - 1).prefix { 0x80...0xBF ~= $0 }.count
    if following < length - 1 { return following + 1 == bytes.count ? .unfinished : .nothing(following + 1) }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let character = text.first,
      !(0x80..<0xA0).contains(text.unicodeScalars[text.startIndex].value)
    else { return .nothing(length) }
    return .key(.character(character), length)
  }

  private static func sequence(_ bytes: ArraySlice<UInt8>) -> Found {
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return .unfinished }
    switch second {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"): return keypadSequence(bytes)
    case escape: return doubled(rest)
    case 0x08, 0x7F: return .key(.control("w"), 2)
    // A key of its own came right behind an escape.
    case 0x00..<0x20: return .key(.escape, 1)
    default:
      switch character(rest) {
      case .key(.character(let character), let count):
        return .key(.alt(character.lowercased().first ?? character), count + 1)
      case .nothing(let count): return .nothing(count + 1)
      default: return .unfinished
      }
    }
  }

  /// An escape before another one: rxvt's and the console's Alt with an arrow, or the key pressed twice.
  private static func doubled(_ rest: ArraySlice<UInt8>) -> Found {
    guard let second = rest.dropFirst().first else { return .unfinished }
    guard second == UInt8(ascii: "[") || second == UInt8(ascii: "O") else { return .key(.escape, 1) }
    return switch sequence(rest) {
    case .key(.left, let count): .key(.alt("b"), count + 1)
    case .key(.right, let count): .key(.alt("f"), count + 1)
    case .unfinished: .unfinished
    default: .key(.escape, 1)
    }
  }

  /// `ESC [ parameters final`
  private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> Found {
    let parameters = bytes.dropFirst(2).prefix { 0x30...0x3F ~= $0 }
    let intermediates = bytes.dropFirst(2 + parameters.count).prefix { 0x20...0x2F ~= $0 }
    let count = 2 + parameters.count + intermediates.count
    if count > longestParameters { return .nothing(count) }
    // rxvt ends keys with Shift in `$`, which stands before the end of a sequence elsewhere.
    if intermediates.first == UInt8(ascii: "$"), !parameters.isEmpty, parameters.allSatisfy({ 0x30...0x39 ~= $0 }) {
      let end = 2 + parameters.count + 1
      return found(key(final: "~", parameters), end)
    }
    guard let final = bytes.dropFirst(count).first else { return .unfinished }
    guard 0x40...0x7E ~= final else { return .nothing(count) }
    if final == UInt8(ascii: "~"), parameters.elementsEqual("200".utf8) { return .paste(count + 1) }
    // The Linux console's function keys: one more byte.
    if final == UInt8(ascii: "["), parameters.isEmpty { return bytes.count > 3 ? .nothing(4) : .unfinished }
    guard intermediates.isEmpty else { return .nothing(count + 1) }
    return found(key(final: Character(Unicode.Scalar(final)), parameters), count + 1)
  }

  /// `ESC O final`: arrows and the keypad in the modes of full screens; rxvt's Ctrl with an arrow in lower case.
  private static func keypadSequence(_ bytes: ArraySlice<UInt8>) -> Found {
    let parameters = bytes.dropFirst(2).prefix { 0x30...0x39 ~= $0 }
    guard parameters.count < 3 else { return .nothing(2 + parameters.count) }
    guard let final = bytes.dropFirst(2 + parameters.count).first else { return .unfinished }
    guard 0x40...0x7E ~= final else { return .nothing(2 + parameters.count) }
    let count = 3 + parameters.count
    switch Character(Unicode.Scalar(final)) {
    case "M": return .key(.enter, count)
    case "X": return .key(.character("="), count)
    case "a": return .key(.up, count)
    case "b": return .key(.down, count)
    case "c": return .key(.alt("f"), count)
    case "d": return .key(.alt("b"), count)
    case "j"..."y": return .key(.character(Character(Unicode.Scalar(final - 0x40))), count)
    case let final: return found(key(final: final, parameters.isEmpty ? [] : Array("1;".utf8) + parameters), count)
    }
  }

  private static func found(_ key: Key?, _ count: Int) -> Found { key.map { .key($0, count) } ?? .nothing(count) }
}

/// Meanings
extension KeySequence {
  private static func key(final: Character, _ parameters: some Collection<UInt8>) -> Key? {
    let fields = String(decoding: parameters, as: UTF8.self).split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0.prefix { $0 != ":" }) }
    let code = fields.first.flatMap(\.self) ?? 1
    // One more than the sum of Shift 1, Alt 2, Ctrl 4.
    let modifiers = max(0, (fields.dropFirst().first.flatMap(\.self) ?? 1) - 1)
    // Alt and Ctrl make a larger move of an arrow.
    let isLarge = modifiers & 0b110 != 0
    return switch final {
    case "A", "a": .up
    case "B", "b": .down
    case "C", "c": isLarge ? .alt("f") : .right
    case "D", "d": isLarge ? .alt("b") : .left
    case "H": isLarge ? .alt("<") : .home
    case "F": isLarge ? .alt(">") : .end
    case "Z": .backTab
    case "u": character(code: code, modifiers)
    case "~" where code == 27: fields.count == 3 ? character(code: fields[2] ?? 0, modifiers) : nil
    case "~": editingKey(code, isLarge: isLarge)
    // rxvt's Ctrl, without and with Shift
    case "^", "@": editingKey(code, isLarge: true)
    default: nil
    }
  }

  private static func editingKey(_ code: Int, isLarge: Bool) -> Key? {
    switch code {
    case 1, 7: isLarge ? .alt("<") : .home
    case 4, 8: isLarge ? .alt(">") : .end
    case 3: isLarge ? .alt("d") : .delete
    case 5: .pageUp
    case 6: .pageDown
    default: nil
    }
  }

  /// A key by its character's number, as kitty and xterm's `modifyOtherKeys` name those that have no other code.
  private static func character(code: Int, _ modifiers: Int) -> Key? {
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    let (isShifted, isAlt, isControl) = (modifiers & 1 != 0, modifiers & 2 != 0, modifiers & 4 != 0)
    if isControl, scalar.isASCII, scalar.properties.isAlphabetic { return controlKey(UInt8(ascii: scalar) & 0x1F) }
    if scalar == "\t" { return isShifted ? .backTab : .tab }
    if scalar.value == 0x7F || scalar.value == 0x08 { return isAlt ? .control("w") : .backspace }
    if scalar.value < 0x20 { return controlKey(UInt8(scalar.value)) }
    if (0x80..<0xA0).contains(scalar.value) { return nil }
    let character = Character(scalar)
    return isAlt ? .alt(character.lowercased().first ?? character) : isControl ? nil : .character(character)
  }
}
