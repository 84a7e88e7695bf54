// One format for all numbers of a tensor, so that their points stand below each other.

/// Chosen as numpy does, with four digits: whole numbers without a point, else as few decimals as show all values to
/// four places, scientific when the largest is huge or tiny. A value too small for its places appears as `3e-05`.
package struct NumberColumn {
  private enum Form {
    case fixed(decimals: Int)
    case scientific
  }
  private let form: Form
  private let text: NumberText
  /// Columns of the widest of the values it was made for.
  private(set) var width = 1

  /// - Parameter places: decimals at most.
  package init(_ values: [Double], places: Int = 4, options: TextOptions) {
    text = NumberText(options)
    form = Self.form(for: values, places: places)
    width = values.reduce(1) { max($0, string($1).displayWidth) }
  }

  package func string(_ value: Double) -> String {
    if value == 0 || !value.isFinite { return text.fixed(value, decimals: zeroDecimals) }
    switch form {
    case .scientific: return text.scientific(value, decimals: 3)
    case .fixed(let decimals):
      let isLost = abs(value) * NumberText.powerOfTen(decimals) < 0.5
      return isLost ? text.scientific(value, decimals: 0) : text.fixed(value, decimals: decimals)
    }
  }

  private var zeroDecimals: Int {
    if case .fixed(let decimals) = form { decimals } else { 0 }
  }

  private static func form(for values: [Double], places most: Int) -> Form {
    let magnitudes = values.lazy.filter(\.isFinite).map(abs)
    let largest = magnitudes.max() ?? 0
    if largest < 1e7, magnitudes.allSatisfy({ $0 == $0.rounded() }) { return .fixed(decimals: 0) }
    if largest >= 1e6 || largest < 1e-3 { return .scientific }
    let places = min(most, largest < 1000 ? 4 : largest < 100_000 ? 2 : 1)
    // The fewest decimals that lose nothing of the value rounded to `places`.
    let scaled = magnitudes.map { ($0 * NumberText.powerOfTen(places)).rounded() }
    var decimals = places
    while decimals > 1,
      scaled.allSatisfy({ $0.remainder(dividingBy: NumberText.powerOfTen(places - decimals + 1)) == 0 })
    {
      decimals -= 1
    }
    let isWhole = scaled.allSatisfy { $0.remainder(dividingBy: NumberText.powerOfTen(places)) == 0 }
    return .fixed(decimals: isWhole ? places : decimals)
  }
}
