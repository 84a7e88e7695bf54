// A number as somebody wrote it, in a guess or in a step's output: its value, and how exactly it is given.
import Foundation

/// `0.30` is 0.3, give or take half of its last digit; `62 %` is 0.62.
struct WrittenNumber: Equatable, Sendable {
  var text: String
  var value: Double
  /// What one more in its last digit would add: 0.01 for `0.30`, 1 for `1200`.
  var unit: Double
  var isPercent = false

  enum Closeness: Equatable {
    case equal
    /// Both with `(self - answer) / |answer|`.
    case near(Double)
    case far(Double)

    var rank: Int {
      switch self {
      case .equal: 0
      case .near: 1
      case .far: 2
      }
    }

    var error: Double {
      switch self {
      case .equal: 0
      case .near(let error), .far(let error): error
      }
    }

    func isBetter(than other: Closeness) -> Bool {
      rank == other.rank ? abs(error) < abs(other.error) : rank < other.rank
    }
  }

  static let nearestShare = 0.1
  /// Rounding to a whole number can be far off: 1 is 0.6 rounded. Further than this it is no guess at that number.
  private static let mostRounded = 0.2

  /// How near this number, a guess, comes to an answer.
  ///
  /// Percentages are compared with shares, and with numbers that mean percent without a sign.
  func closeness(to answer: WrittenNumber) -> Closeness {
    let plain = Self.closeness(value, unit, to: answer.value)
    guard isPercent != answer.isPercent else { return plain }
    let percent =
      isPercent
      ? Self.closeness(value * 100, unit * 100, to: answer.value)
      : Self.closeness(value, unit, to: answer.value * 100)
    return percent.isBetter(than: plain) ? percent : plain
  }

  private static func closeness(_ value: Double, _ unit: Double, to answer: Double) -> Closeness {
    if value == answer || (value.isNaN && answer.isNaN) { return .equal }
    guard value.isFinite, answer.isFinite else { return .far(.infinity) }
    let distance = abs(value - answer)
    // What sums of many floats leave of zero is zero.
    if value == 0 { return distance <= min(unit, 0.1) / 2 ? .equal : .far(.infinity) }
    guard answer != 0 else { return .far(.infinity) }
    let error = (value - answer) / abs(answer)
    // Equal to the digits that the guess gives; more digits than matter are right to a thousandth, as in `expect` blocks.
    if distance <= unit / 2 * (1 + 1e-9), abs(error) <= mostRounded { return .equal }
    if unit < 1, abs(error) <= 1e-3 { return .equal }
    return abs(error) <= nearestShare * (1 + 1e-9) ? .near(error) : .far(error)
  }

  /// A value of a record.
  init(_ value: Double) {
    let text = value.isFinite ? String(format: "%.4g", value) : "\(value)"
    self.init(text: text, value: value, unit: 0)
  }

  init(text: String, value: Double, unit: Double, isPercent: Bool = false) {
    self.text = text
    self.value = value
    self.unit = unit
    self.isPercent = isPercent
  }
}

extension WrittenNumber {
  /// Stands in `rest` of a scan where a number stood.
  static let mark: Character = "#"

  /// All numbers of a text, and the text around them with a mark for each.
  static func scan(_ text: String) -> (numbers: [WrittenNumber], rest: String) {
    var scanner = NumberScanner(text)
    return scanner.all()
  }

  /// The number that the text is, with nothing around it.
  static func whole(_ text: String) -> WrittenNumber? {
    let (numbers, rest) = scan(text)
    return rest == String(mark) ? numbers.first : nil
  }
}
