// The formats of prose numbers: those of C's printf for one number, checked before printf sees them.
import Foundation

/// A format such as `%.2f`, `%5d`, `%+.1e` or `%g`.
struct NumberFormat: Equatable {
  /// What is given to printf; safe for one Double.
  private let format: String

  /// Wider than this is a mistake.
  private static let mostDigits = 2

  /// nil if it is not a format for one number.
  init?(_ text: Substring) {
    var rest = text
    guard rest.popFirst() == "%" else { return nil }
    rest = rest.drop { "-+ 0#".contains($0) }
    guard Self.dropDigits(&rest) else { return nil }
    let hasPrecision = rest.first == "."
    if hasPrecision {
      rest.removeFirst()
      guard Self.dropDigits(&rest) else { return nil }
    }
    guard let conversion = rest.popFirst(), rest.isEmpty else { return nil }
    switch conversion {
    case "d" where !hasPrecision, "i" where !hasPrecision: format = text.dropLast() + ".0f"
    case "e", "E", "f", "F", "g", "G": format = String(text)
    default: return nil
    }
  }

  private static func dropDigits(_ text: inout Substring) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    text = text.dropFirst(digits.count)
    return digits.count <= mostDigits
  }

  func text(_ value: Double) -> String { String(format: format, value) }
}
