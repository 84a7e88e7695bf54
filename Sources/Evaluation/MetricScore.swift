// What a metric made of some predictions: the score with its interval, and each row's.

public struct MetricScore: Sendable {
  public let metric: any TextMetric
  /// The score of all rows.
  public let estimate: Estimate
  /// That of each row by itself.
  public let perRow: [Double]
  /// The score of any rows, by place.
  let scorer: @Sendable ([Int]) -> Double

  /// The rows that score worst, the first of equal ones first.
  public func worstRows(_ count: Int) -> [Int] {
    let sign: Double = metric.isLowerBetter ? -1 : 1
    return Array(perRow.indices.sorted { (sign * perRow[$0], $0) < (sign * perRow[$1], $1) }.prefix(count))
  }
}
