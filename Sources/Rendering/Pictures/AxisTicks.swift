// Round numbers along an axis.

struct AxisTicks {
  /// Ascending; at least one.
  let values: [Double]
  /// The range that is drawn; holds all ticks.
  let range: ClosedRange<Double>
  private let decimals: Int
  let isLogarithmic: Bool

  /// Ticks 1, 2 or 5 × 10ⁿ apart, about `count` of them. The range is widened to the ticks round it if `widens`.
  /// Range bounds must be finite.
  init(_ lower: Double, _ upper: Double, count: Int, whole: Bool = false, widens: Bool = true) {
    // Keeps differences finite, and rounding errors smaller than the steps.
    var lower = min(max(lower, -1e300), 1e300)
    var upper = min(max(upper, -1e300), 1e300)
    let smallest = max(max(abs(lower), abs(upper)) * 1e-9, 1e-300)
    if upper - lower < smallest {
      let margin = lower == 0 ? 1 : abs(lower) * 0.1
      (lower, upper) = (lower - margin, upper + margin)
    }
    let (mantissa, exponent) = NumberText.split((upper - lower) / Double(max(count - 1, 1)))
    var step = (mantissa <= 1.5 ? 1 : mantissa <= 3.5 ? 2 : mantissa <= 7.5 ? 5 : 10) * NumberText.powerOfTen(exponent)
    if whole { step = max(1, step.rounded()) }
    let first = widens ? (lower / step + 1e-6).rounded(.down) : (lower / step - 1e-6).rounded(.up)
    let last = widens ? (upper / step - 1e-6).rounded(.up) : (upper / step + 1e-6).rounded(.down)
    let number = min(max(Int(last - first), 0), 50)
    var values = (0...number).map { (first + Double($0)) * step }
    if !widens, let only = values.first, values.count == 1, !(lower...upper).contains(only) { values = [lower] }
    self.values = values
    range = min(lower, values.first ?? lower)...max(upper, values.last ?? upper)
    decimals = mantissa <= 7.5 ? max(0, -exponent) : max(0, -exponent - 1)
    isLogarithmic = false
  }

  /// Ticks at powers of ten, every so many that there are about `count`. Both ends must be above 0, and finite.
  init(decadesFrom lower: Double, to upper: Double, count: Int) {
    let (start, end) = (NumberText.split(lower), NumberText.split(upper))
    let first = start.mantissa == 1 ? start.exponent : start.exponent + 1
    let step = max(1, (end.exponent - first) / max(count - 1, 1))
    let powers = stride(from: first, through: end.exponent, by: step).map { NumberText.powerOfTen($0) }
    values = powers.isEmpty ? [lower] : powers
    range = lower...max(lower, upper)
    decimals = 0
    isLogarithmic = true
  }

  func label(_ value: Double, _ text: NumberText) -> String {
    if isLogarithmic { return text.short(value, digits: 3) }
    let largest = max(abs(range.lowerBound), abs(range.upperBound))
    return largest >= 1e6 || decimals > 5 ? text.short(value, digits: 3) : text.fixed(value, decimals: decimals)
  }

  /// 0 at the lower end of the range, 1 at the upper.
  func position(_ value: Double) -> Double {
    if isLogarithmic {
      let (lower, upper) = (Self.logarithm(range.lowerBound), Self.logarithm(range.upperBound))
      return upper > lower ? (Self.logarithm(value) - lower) / (upper - lower) : 0.5
    }
    return (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
  }

  /// To the base 2, exact enough for dots, and the same on every platform: `ln m = 2 artanh((m − 1) / (m + 1))`.
  private static func logarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value > 0 ? .infinity : -.infinity }
    let ratio = (value.significand - 1) / (value.significand + 1)
    var (power, sum) = (ratio, 0.0)
    for odd in stride(from: 1.0, through: 15, by: 2) {
      sum += power / odd
      power *= ratio * ratio
    }
    return Double(value.exponent) + 2 * sum / 0.693_147_180_559_945_3
  }
}
