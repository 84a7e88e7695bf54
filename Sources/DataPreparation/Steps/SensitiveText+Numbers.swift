// Numbers that belong to somebody: telephones, payment cards, bank accounts.

extension SensitiveText {
  /// 13 to 19 digits, in groups or not, that begin as cards do and whose check digit is right (Luhn 1960).
  static func cardNumbers(in text: [UInt8]) -> [Range<Int>] {
    digitRuns(in: text, separators: [Byte.space, Byte.minus]).compactMap { run in
      // Another number may stand before or behind the card's groups.
      let groups = text[run].split { !$0.isDigit }
      for first in groups.indices where (0x32...0x36).contains(groups[first].first ?? 0) {
        for last in groups.indices[first...].prefix(19).reversed() {
          let digits = groups[first...last].flatMap { $0 }
          guard (13...19).contains(digits.count), hasLuhnDigit(digits) else { continue }
          return groups[first].startIndex..<groups[last].endIndex
        }
      }
      return nil
    }
  }

  static func hasLuhnDigit(_ digits: [UInt8]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element - Byte.zero) * (digit.offset % 2 == 1 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }

  /// Two letters of a country, two check digits, and the account, in groups of four or not (ISO 13616).
  static func accountNumbers(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start + 15 <= text.count {
      defer { start += 1 }
      guard text[start].isUpper, text[start + 1].isUpper, text[start + 2].isDigit, text[start + 3].isDigit,
        start == 0 || !(text[start - 1].isLetter || text[start - 1].isDigit),
        let length = accountLengths[String(decoding: text[start..<start + 2], as: UTF8.self)]
      else { continue }
      var account: [UInt8] = []
      var end = start
      while end < text.count, account.count < length {
        if text[end].isUpper || text[end].isDigit {
          account.append(text[end])
        } else if text[end] != Byte.space || text[end - 1] == Byte.space {
          break
        }
        end += 1
      }
      let goesOn = end < text.count && (text[end].isLetter || text[end].isDigit)
      guard account.count == length, !goesOn, hasAccountDigits(account) else { continue }
      ranges.append(start..<end)
      start = end - 1
    }
    return ranges
  }

  /// With its first four characters at the end, and letters as 10 to 35, it leaves 1 when divided by 97.
  static func hasAccountDigits(_ account: [UInt8]) -> Bool {
    (account[4...] + account[..<4]).reduce(0) { rest, byte in
      byte.isDigit ? (rest * 10 + Int(byte - Byte.zero)) % 97 : (rest * 100 + Int(byte) - 55) % 97
    } == 1
  }

  /// How many characters an account has, by country.
  private static let accountLengths = [
    "AD": 24, "AE": 23, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20,
    "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GI": 23, "GL": 18, "GR": 27, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15,
    "PL": 28, "PT": 25, "RO": 24, "RS": 22, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26, "UA": 29,
  ]

  /// `+` and a country, a leading zero in groups, or three, three and four digits. Dates and times are none.
  static func phoneNumbers(in text: [UInt8]) -> [Range<Int>] {
    let separators = [Byte.space, Byte.minus, Byte.dot, Byte.slash, Byte.open, Byte.close]
    return digitRuns(in: text, separators: separators).compactMap { run in
      var start = run.lowerBound
      if start > 0, text[start - 1] == Byte.plus { start -= 1 }
      let hasPlus = start < run.lowerBound
      if start > 0, text[start - 1] == Byte.open, text[run].contains(Byte.close) { start -= 1 }
      let groups = text[run].split { !$0.isDigit }.map(\.count)
      let digits = groups.reduce(0, +)
      let hasArea = text[run.lowerBound] == Byte.zero && (9...14).contains(digits) && groups[0] > 1
      let isNumber = hasPlus && (8...15).contains(digits) || hasArea || groups == [3, 3, 4] || groups == [1, 3, 3, 4]
      return isNumber && !isDate(groups) ? start..<run.upperBound : nil
    }
  }

  private static func isDate(_ groups: [Int]) -> Bool {
    groups.prefix(3) == [4, 2, 2] || groups.prefix(3) == [2, 2, 4]
  }

  /// Digits with single separators between them (a bracket may stand beside another), that are no part of a word or of
  /// a longer number.
  private static func digitRuns(in text: [UInt8], separators: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while let start = text[index...].firstIndex(where: \.isDigit) {
      var end = start + 1
      var look = end
      while look < text.count {
        if text[look].isDigit {
          end = look + 1
        } else if !separators.contains(text[look])
          || look - end >= (text[end] == Byte.close || text[look] == Byte.open ? 2 : 1)
        {
          break
        }
        look += 1
      }
      let isInWord = start > 0 && (text[start - 1].isLetter || text[start - 1] == UInt8(ascii: "_"))
      let goesOn = end < text.count && (text[end].isLetter || text[end] == UInt8(ascii: "_"))
      if !isInWord, !goesOn { runs.append(start..<end) }
      index = end
    }
    return runs
  }
}
