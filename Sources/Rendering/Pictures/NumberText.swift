// Numbers as people read them. Pictures write the sign as `−`, in ASCII as `-`; zero has no sign. In words (see
// `TextOptions.plain`) units are written out, so that nobody has to guess what a voice makes of them.

package struct NumberText {
  var minus: String
  private let isSpoken: Bool

  package init(_ options: TextOptions) {
    minus = options.ascii || options.plain ? "-" : "−"
    isSpoken = options.plain
  }

  /// About `digits` significant digits, no zeros at the end: `3.14`, `1200`, `4.5e-07`, `nan`, `−inf`.
  package func short(_ value: Double, digits: Int = 4) -> String {
    if let text = notFinite(value) { return text }
    let magnitude = abs(value)
    if magnitude == 0 { return "0" }
    if magnitude < 1e7, magnitude == magnitude.rounded() { return fixed(value, decimals: 0) }
    let exponent = Self.split(magnitude).exponent
    if exponent >= 6 || exponent < -4 { return scientific(value, decimals: digits - 1, trimmed: true) }
    return Self.trimmed(fixed(value, decimals: max(0, digits - 1 - exponent)))
  }

  /// With exactly `decimals` digits after the point; from 10¹⁵ on in scientific form.
  package func fixed(_ value: Double, decimals: Int) -> String {
    if let text = notFinite(value) { return text }
    let scaled = (abs(value) * Self.powerOfTen(decimals)).rounded()
    guard scaled < 1e15 else { return scientific(value, decimals: 3) }
    var digits = String(UInt64(scaled))
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return (value < 0 && scaled > 0 ? minus : "") + digits
  }

  /// `1.234e+06`
  func scientific(_ value: Double, decimals: Int, trimmed: Bool = false) -> String {
    if let text = notFinite(value) { return text }
    var (mantissa, exponent) = Self.split(abs(value))
    if (mantissa * Self.powerOfTen(decimals)).rounded() >= Self.powerOfTen(decimals + 1) {
      mantissa /= 10
      exponent += 1
    }
    let digits = fixed(mantissa, decimals: decimals)
    let power = String(abs(exponent))
    return (value < 0 ? minus : "") + (trimmed ? Self.trimmed(digits) : digits)
      + "e" + (exponent < 0 ? "-" : "+") + (power.count < 2 ? "0" : "") + power
  }

  /// A share from 0 to 1: `62.3 %`; `<0.1 %` for what is there but would show as nothing.
  package func percent(_ share: Double, decimals: Int = 1) -> String {
    let smallest = 1 / Self.powerOfTen(decimals)
    let sign = isSpoken ? " percent" : " %"
    if share > 0, share * 100 < smallest / 2 {
      return (isSpoken ? "less than " : "<") + fixed(smallest, decimals: decimals) + sign
    }
    let number = fixed(share * 100, decimals: decimals)
    return (isSpoken ? Self.trimmed(number) : number) + sign
  }

  /// Wall time: `0.4 s`, `12 s`, `1 min 12 s`, `2 h 5 min`, `3 d 4 h`.
  package func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e10 else { return isSpoken ? "an unknown time" : "?" }
    if seconds < 9.95 {
      let number = fixed(seconds, decimals: 1)
      return isSpoken ? Self.trimmed(number) + (number == "1.0" ? " second" : " seconds") : number + " s"
    }
    let whole = Int(seconds.rounded())
    if whole < 60 { return unit(whole, "s", "second") }
    if whole < 3600 { return pair(unit(whole / 60, "min", "minute"), whole % 60, "s", "second") }
    if whole < 86_400 { return pair(unit(whole / 3600, "h", "hour"), whole % 3600 / 60, "min", "minute") }
    return pair(unit(whole / 86_400, "d", "day"), whole % 86_400 / 3600, "h", "hour")
  }

  private func unit(_ number: Int, _ sign: String, _ word: String) -> String {
    isSpoken ? counted(number, word) : "\(number) \(sign)"
  }

  private func pair(_ large: String, _ number: Int, _ sign: String, _ word: String) -> String {
    number == 0 ? large : large + " " + unit(number, sign, word)
  }

  /// `1,204`
  package func count(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
      position -= 3
    }
    return (number < 0 ? minus : "") + digits
  }

  /// `1 row`, `1,204 rows`
  package func counted(_ number: Int, _ noun: String) -> String { "\(count(number)) \(noun)\(number == 1 ? "" : "s")" }

  func notFinite(_ value: Double) -> String? {
    if value.isNaN { return isSpoken ? "not a number" : "nan" }
    guard value.isInfinite else { return nil }
    return isSpoken ? (value < 0 ? "minus infinity" : "infinity") : (value < 0 ? minus : "") + "inf"
  }

  static func trimmed(_ digits: String) -> String {
    guard digits.contains(".") else { return digits }
    var digits = digits
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return digits
  }

  /// `magnitude = mantissa × 10^exponent` with the mantissa in 1..<10; zero and what is not finite stay as they are.
  static func split(_ magnitude: Double) -> (mantissa: Double, exponent: Int) {
    guard magnitude > 0, magnitude.isFinite else { return (magnitude, 0) }
    var (mantissa, exponent) = (magnitude, 0)
    while mantissa >= 10 {
      mantissa /= 10
      exponent += 1
    }
    while mantissa < 1 {
      mantissa *= 10
      exponent -= 1
    }
    return (mantissa, exponent)
  }

  static func powerOfTen(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(abs(exponent), 400) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}
