// Numbers in expect blocks: `≈0.123`, which allows a thousandth of itself, and `0.123±0.01`.

struct ExpectedNumber: Equatable {
  var value: Double
  var tolerance: Tolerance

  enum Tolerance: Equatable {
    /// A part of the value's size; of 1, if the value is 0.
    case relative(Double)
    case absolute(Double)
  }

  private static let about = Array("≈".utf8)
  private static let plusMinus = Array("±".utf8)

  static func == (a: Self, b: Self) -> Bool {
    a.value.bitPattern == b.value.bitPattern && a.tolerance == b.tolerance
  }

  /// The number with a tolerance that is written at a place, and where it ends; nil if there is none.
  static func parse(_ bytes: [UInt8], at index: Int) -> (number: ExpectedNumber, end: Int)? {
    let isAbout = bytes[index...].starts(with: about)
    // In `x2±1` the 2 is part of a name, and in `12±1` no number starts at the 2.
    if !isAbout, index > 0, NumberText.isPart(bytes[index - 1]) { return nil }
    guard let (value, end) = NumberText.parse(bytes, at: isAbout ? index + about.count : index) else { return nil }
    if bytes[end...].starts(with: plusMinus),
      let (tolerance, toleranceEnd) = NumberText.parse(bytes, at: end + plusMinus.count), tolerance >= 0
    {
      return (ExpectedNumber(value: value, tolerance: .absolute(tolerance)), toleranceEnd)
    }
    return isAbout ? (ExpectedNumber(value: value, tolerance: .relative(1e-3)), end) : nil
  }

  /// Whether a printed number is close enough. NaN matches NaN only, an infinity only itself.
  func matches(_ printed: Double) -> Bool {
    if value.isNaN || printed.isNaN { return value.isNaN && printed.isNaN }
    if value.isInfinite || printed.isInfinite { return value == printed }
    let allowed =
      switch tolerance {
      case .relative(let part): part * (value == 0 ? 1 : abs(value))
      case .absolute(let size): size
      }
    // Both were decimal: 0.133 is within 0.123±0.01, whatever the last bit says.
    return abs(printed - value) <= allowed + 4 * max(abs(printed), abs(value)).ulp
  }
}

/// Decimal numbers in UTF-8 text: `-1.5e3`, `.5`, `nan`, `-inf`.
enum NumberText {
  /// The longest number that starts at a place, and where it ends.
  static func parse(_ bytes: [UInt8], at start: Int) -> (value: Double, end: Int)? {
    var index = start
    if index < bytes.count, isSign(bytes[index]) { index += 1 }
    for word in ["infinity", "inf", "nan"] where hasWord(word, bytes, at: index) {
      guard let value = Double(String(decoding: bytes[start..<index + word.utf8.count], as: UTF8.self)) else { break }
      return (value, index + word.utf8.count)
    }
    let whole = digitsEnd(bytes, from: index)
    var end = whole
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let fraction = digitsEnd(bytes, from: end + 1)
      if fraction > end + 1 { end = fraction }
    }
    guard end > index else { return nil }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      let sign = end + 1 < bytes.count && isSign(bytes[end + 1]) ? 1 : 0
      let exponent = digitsEnd(bytes, from: end + 1 + sign)
      if exponent > end + 1 + sign { end = exponent }
    }
    return Double(String(decoding: bytes[start..<end], as: UTF8.self)).map { ($0, end) }
  }

  /// Whether a number after this character could be the rest of a longer number or of a name.
  static func isPart(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || isSign(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  private static func hasWord(_ word: String, _ bytes: [UInt8], at index: Int) -> Bool {
    let end = index + word.utf8.count
    guard end <= bytes.count, zip(bytes[index..<end], word.utf8).allSatisfy({ $0 | 0x20 == $1 }) else { return false }
    return end == bytes.count || !isLetterOrDigit(bytes[end])
  }

  private static func digitsEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return index
  }

  private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte >= 0x80
  }
}
