// Where sensitive data stands in a text. The forms of single kinds are in SensitiveText+Numbers and +Keys.

enum SensitiveText {
  enum Kind: String, CaseIterable {
    case key, mail = "mail address", iban = "account number", card = "card number", phone = "telephone number"

    var mask: String {
      switch self {
      case .key: "[key]"
      case .mail: "[mail]"
      case .iban: "[account]"
      case .card: "[card]"
      case .phone: "[phone]"
      }
    }
  }

  /// The text with what was found replaced.
  static func replacing(_ kinds: Set<Kind>, in text: String, by mask: (Kind) -> String) -> String {
    let bytes = Array(text.utf8)
    let found = ranges(of: kinds, in: bytes)
    guard !found.isEmpty else { return text }
    var result: [UInt8] = []
    var end = 0
    for (kind, range) in found {
      result += bytes[end..<range.lowerBound]
      result += Array(mask(kind).utf8)
      end = range.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }

  /// In order and without overlaps; what two kinds could be is the first of them in the order of `Kind`.
  static func ranges(of kinds: Set<Kind>, in text: [UInt8]) -> [(kind: Kind, range: Range<Int>)] {
    var found: [(kind: Kind, range: Range<Int>)] = []
    var isTaken: [Bool] = []
    for kind in Kind.allCases where kinds.contains(kind) {
      let ranges =
        switch kind {
        case .key: keys(in: text)
        case .mail: mailAddresses(in: text)
        case .iban: accountNumbers(in: text)
        case .card: cardNumbers(in: text)
        case .phone: phoneNumbers(in: text)
        }
      if isTaken.isEmpty, !ranges.isEmpty { isTaken = Array(repeating: false, count: text.count) }
      for range in ranges where !isTaken[range].contains(true) {
        found.append((kind, range))
        for index in range { isTaken[index] = true }
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// `name@host.domain`, of the forms people use (RFC 5322 allows more).
  static func mailAddresses(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for at in text.indices where text[at] == Byte.at {
      let before = text[..<at].reversed().prefix { $0.isLetter || $0.isDigit || Byte.inName.contains($0) }.count
      let after = text[(at + 1)...].prefix { $0.isLetter || $0.isDigit || $0 == Byte.dot || $0 == Byte.minus }
      // The full stop behind an address is the sentence's.
      let host = after.prefix(upTo: (after.lastIndex { $0.isLetter || $0.isDigit } ?? at) + 1)
      var start = at - before
      while start < at, text[start] == Byte.dot { start += 1 }
      guard start < at, let dot = host.lastIndex(of: Byte.dot), dot > host.startIndex,
        host.endIndex - dot > 2, host[(dot + 1)...].allSatisfy(\.isLetter), start >= ranges.last?.upperBound ?? 0
      else { continue }
      ranges.append(start..<host.endIndex)
    }
    return ranges
  }
}

/// ASCII, as text in UTF-8 has it; every byte of other letters counts as a letter.
enum Byte {
  static let at = UInt8(ascii: "@"), dot = UInt8(ascii: "."), minus = UInt8(ascii: "-"), plus = UInt8(ascii: "+")
  static let space = UInt8(ascii: " "), zero = UInt8(ascii: "0"), slash = UInt8(ascii: "/")
  static let open = UInt8(ascii: "("), close = UInt8(ascii: ")")
  static let inName = Array("._%+-".utf8)
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { self >= 0x61 && self <= 0x7A || self >= 0x41 && self <= 0x5A || self >= 0x80 }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
}
