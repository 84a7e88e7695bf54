// An estimate of a share as text.

extension Estimate {
  /// In percent with the ends of its interval, rounded: `88 % (79 to 95)`; `–` for what there is not.
  public var percent: String {
    value.isFinite ? "\(Self.rounded(value)) % (\(Self.rounded(low)) to \(Self.rounded(high)))" : "–"
  }

  /// The same as three cells of a table, the value and the ends: `["88 %", "79 %", "95 %"]`.
  public var percentCells: [String] {
    [value, low, high].map { $0.isFinite ? "\(Self.rounded($0)) %" : "–" }
  }

  private static func rounded(_ share: Double) -> String {
    let percent = (100 * share).rounded()
    return abs(percent) < 1e9 ? "\(Int(percent))" : "–"
  }
}
