// Patterns that look at each number: none there, all zero, a function or a multiple of the expected ones.
import Foundation

extension NumberPair {
  /// NaN or infinities where numbers are expected.
  var hasNoNumbers: String? {
    let pairs = zip(expected, actual).filter { $0.0.isFinite && !$0.1.isFinite }
    guard let first = pairs.first else { return nil }
    if pairs.contains(where: { $0.1.isNaN }) {
      return "nan comes from 0 / 0, inf - inf, inf * 0 or the root or logarithm of a negative number: "
        + "which of these happens here?"
    }
    return first.1 > 0
      ? "inf comes from a number that grew too large, such as exp(1000), or from a division by 0"
      : "-inf comes from log(0), from a number that grew too large, or from a division by 0"
  }

  var isAllZero: String? {
    guard actual.count > 1, actual.allSatisfy({ $0 == 0 }), expected.contains(where: { $0 != 0 }) else { return nil }
    return "every number is 0: is the result filled in at all?"
  }

  var isNegated: String? {
    guard expected.count > 1, areSame(actual, expected.map { -$0 }) else { return nil }
    return "every number has the opposite sign"
  }

  /// The square, the root, the logarithm … of the expected numbers.
  var isFunction: String? {
    // A single whole number is too easily the square of another.
    guard expected.count > 1 ? Set(expected).count > 1 : expected.allSatisfy({ $0 != $0.rounded() }) else { return nil }
    let functions: [(name: String, of: (Double) -> Double)] = [
      ("1 divided by", { 1 / $0 }), ("the square of", { $0 * $0 }), ("the square root of", { $0.squareRoot() }),
      ("the natural logarithm of", { log($0) }), ("the exponential, exp(x), of", { exp($0) }),
      ("the logarithm to base 2 of", { log2($0) }), ("2 to the power of", { exp2($0) }),
    ]
    let found = functions.first { function in
      let values = expected.map(function.of)
      return values.allSatisfy(\.isFinite) && areSame(actual, values)
    }
    guard let found else { return nil }
    return expected.count > 1
      ? "every number is \(found.name) the expected one" : "this is \(found.name) the expected number"
  }

  var isMultiple: String? {
    guard let factor = factor(expected, actual), abs(factor - 1) > 1e-3 else { return nil }
    return "every number is \(ValueText.number(factor))\(Self.origin(of: factor)) times the expected one"
  }

  var isOffset: String? {
    guard let offset = offset(expected, actual) else { return nil }
    return "every number is \(ValueText.number(abs(offset))) \(offset > 0 ? "more" : "less") than the expected one"
  }

  /// ` (1 / 8)`, ` (√8)`, ` (1 / √8)` for a factor that is one of these; else nothing.
  static func origin(of factor: Double) -> String {
    func whole(_ value: Double) -> Int? {
      let number = value.rounded()
      return number >= 2 && number <= 4096 && abs(value - number) < 1e-4 * number ? Int(number) : nil
    }
    if abs(factor - factor.rounded()) < 1e-4 * abs(factor) { return "" }
    if let number = whole(1 / factor) { return " (1 / \(number))" }
    if let number = whole(factor * factor) { return " (√\(number))" }
    if let number = whole(1 / (factor * factor)) { return " (1 / √\(number))" }
    return ""
  }
}
