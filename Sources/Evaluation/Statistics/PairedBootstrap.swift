// Is B really better than A, or was it the choice of the test?

/// Both models on the same items: the difference of their scores, over and over on other choices of the items.
public struct PairedBootstrap: Equatable, Sendable {
  public enum Verdict: String, Codable, Sendable {
    /// B is better than A.
    case better
    /// B is worse than A.
    case worse
    /// They cannot be told apart on these items.
    case undecided
  }

  /// The score of B less that of A, with its interval.
  public let difference: Estimate
  /// How often a difference as great would be seen, in either direction, if there were none (Koehn 2004; two-sided, by
  /// moving the differences so that their mean is none). 1 for fewer than two items.
  public let pValue: Double
  public let verdict: Verdict

  /// - Parameters:
  ///   - rows: how many items both have answered.
  ///   - a, b: the score of some items by their places.
  public init(
    rows: Int, isLowerBetter: Bool = false, resamples: Int = Bootstrap.resamples, seed: Int = 0,
    a: ([Int]) -> Double, b: ([Int]) -> Double
  ) {
    let observed = b(Array(0..<rows)) - a(Array(0..<rows))
    let drawn = Bootstrap.scores(rows: rows, resamples: resamples, seed: seed) { b($0) - a($0) }.filter { !$0.isNaN }
    guard rows > 1, !drawn.isEmpty else {
      (difference, pValue, verdict) = (Estimate(observed, low: observed, high: observed), 1, .undecided)
      return
    }
    let mean = drawn.reduce(0, +) / Double(drawn.count)
    // Sums of the same numbers in another order are not quite the same.
    let asGreat = drawn.count { abs($0 - mean) >= abs(observed) * (1 - 1e-12) }
    difference = Bootstrap.interval(of: drawn, round: observed)
    pValue = Double(asGreat + 1) / Double(drawn.count + 1)
    let isSure = pValue < 0.05 && (difference.low > 0 || difference.high < 0)
    verdict = isSure ? (observed > 0) != isLowerBetter ? .better : .worse : .undecided
  }

  /// Of numbers, one an item, whose means are compared.
  public init(_ a: [Double], _ b: [Double], isLowerBetter: Bool = false, seed: Int = 0) {
    precondition(a.count == b.count, "\(a.count) items of A, \(b.count) of B")
    let mean = { (values: [Double], rows: [Int]) in rows.reduce(0) { $0 + values[$1] } / Double(rows.count) }
    self.init(rows: a.count, isLowerBetter: isLowerBetter, seed: seed) {
      mean(a, $0)
    } b: {
      mean(b, $0)
    }
  }

  /// Of one metric's scores of two sets of predictions.
  public init(_ a: MetricScore, _ b: MetricScore, seed: Int = 0) {
    precondition(
      a.metric.name == b.metric.name && a.perRow.count == b.perRow.count,
      "\(a.metric.name) of \(a.perRow.count) items and \(b.metric.name) of \(b.perRow.count)")
    self.init(
      rows: a.perRow.count, isLowerBetter: a.metric.isLowerBetter, seed: seed, a: a.scorer, b: b.scorer)
  }
}
