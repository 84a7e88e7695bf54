// What a person at the terminal does: a key, a wish to stop, another size of the window.
import Foundation

enum Key: Equatable {
  case enter
  case character(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case backspace, delete, tab, backTab, escape
  /// With the letter in lower case; Ctrl-C is `interrupt`, Ctrl-M and Ctrl-J are `enter`, Ctrl-I is `tab`.
  case control(Character)
  /// With the letter in lower case.
  case alt(Character)
  /// What was pasted, whole, where the terminal says so.
  case pasted(String)
  /// Ctrl-C, also when it came as a signal.
  case interrupt
  /// The window has another size.
  case resized
  /// Something else that was waited for is ready.
  case ready
  /// The terminal is gone, or Ctrl-D.
  case endOfInput
}

/// The first key in bytes from a terminal: ECMA-48 sequences as xterm, tmux, screen and the Linux console send them.
struct KeyDecoder {
  /// - Returns: the key, nil if the sequence means nothing to us, and how many bytes it took; nil if more may come.
  static func key(in bytes: ArraySlice<UInt8>) -> (key: Key?, count: Int)? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x0A, 0x0D: return (.enter, 1)
    case 0x03: return (.interrupt, 1)
    case 0x04: return (.endOfInput, 1)
    case 0x08, 0x7F: return (.backspace, 1)
    case 0x09: return (.tab, 1)
    case 0x1B: return sequence(bytes)
    case 0x00..<0x20: return (.control(Character(Unicode.Scalar(first + 0x60))), 1)
    default: return character(bytes)
    }
  }

  private static func character(_ bytes: ArraySlice<UInt8>) -> (Key?, Int)? {
    let length =
      switch bytes[bytes.startIndex] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard bytes.count >= length else { return nil }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard text != "\u{FFFD}", let character = text.first else { return (nil, 1) }
    return (.character(character), length)
  }

  private static func sequence(_ bytes: ArraySlice<UInt8>) -> (Key?, Int)? {
    guard let second = bytes.dropFirst().first else { return nil }
    switch second {
    case UInt8(ascii: "["):
      let parameters = bytes.dropFirst(2).prefix { (0x20...0x3F).contains($0) }
      guard let final = bytes.dropFirst(2 + parameters.count).first else { return nil }
      let text = String(decoding: parameters, as: UTF8.self)
      let count = 3 + parameters.count
      if final == UInt8(ascii: "~"), text == "200" { return paste(bytes, from: count) }
      // The Linux console's function keys: one more byte.
      if final == UInt8(ascii: "["), text.isEmpty { return bytes.count > 3 ? (nil, 4) : nil }
      return (key(final: final, parameters: text), count)
    case UInt8(ascii: "O"):
      guard let final = bytes.dropFirst(2).first else { return nil }
      return (key(final: final, parameters: ""), 3)
    case 0x1B: return (.escape, 1)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return (.alt(Character(Unicode.Scalar(second | 0x20))), 2)
    default: return (nil, 2)
    }
  }

  private static func key(final: UInt8, parameters: String) -> Key? {
    switch Character(Unicode.Scalar(final)) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "Z": .backTab
    case "M" where parameters.isEmpty: .enter
    case "~":
      switch parameters.prefix(while: { $0 != ";" }) {
      case "1", "7": .home
      case "4", "8": .end
      case "3": .delete
      case "5": .pageUp
      case "6": .pageDown
      default: nil
      }
    default: nil
    }
  }

  private static func paste(_ bytes: ArraySlice<UInt8>, from start: Int) -> (Key?, Int)? {
    let mark = Array("\u{1b}[201~".utf8)
    let body = bytes.dropFirst(start)
    guard let range = body.firstRange(of: mark) else { return nil }
    return (.pasted(String(decoding: body[..<range.lowerBound], as: UTF8.self)), range.upperBound - bytes.startIndex)
  }
}
