// How near predicted numbers are to the true ones.

public struct RegressionScores: Equatable, Sendable {
  /// In the numbers' own unit.
  public let meanAbsoluteError: Double
  /// In the square of their unit.
  public let meanSquaredError: Double
  /// R²: the share of the true numbers' spread that is predicted. 1 is perfect, 0 as good as their mean, less is worse;
  /// `nan` if they are all the same.
  public let rSquared: Double
  /// The linear correlation, −1 to 1; `nan` if either are all the same.
  public let pearson: Double
  /// That of the ranks, equal numbers sharing theirs (Spearman 1904).
  public let spearman: Double

  public init(predicted: [Double], actual: [Double]) {
    precondition(predicted.count == actual.count, "\(predicted.count) predicted numbers, \(actual.count) true ones")
    let count = Double(actual.count)
    let squared = zip(predicted, actual).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    meanAbsoluteError = zip(predicted, actual).reduce(0) { $0 + abs($1.0 - $1.1) } / count
    meanSquaredError = squared / count
    let mean = actual.reduce(0, +) / count
    let spread = actual.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    rSquared = spread > 0 ? 1 - squared / spread : .nan
    pearson = Self.correlation(predicted, actual)
    spearman = Self.correlation(Self.ranks(predicted), Self.ranks(actual))
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let both = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let spread = { (values: [Double], mean: Double) in values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
    let product = (spread(x, meanX) * spread(y, meanY)).squareRoot()
    return product > 0 ? max(-1, min(1, both / product)) : .nan
  }

  /// From 1 on; equal numbers share the mean of their places.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      let end = order[start...].firstIndex { values[$0] != values[order[start]] } ?? order.count
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
