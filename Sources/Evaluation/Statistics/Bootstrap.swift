// Intervals by resampling: what the score would have been, had the sample been another.
internal import Tensors

/// Draws as many rows as there are, with repetition, again and again (Efron 1979); the middle 95 % of the scores are the
/// interval (the percentile method).
public enum Bootstrap {
  /// How often is drawn.
  public static let resamples = 1000

  /// - Parameters:
  ///   - rows: how many there are.
  ///   - score: the score of some rows by their places; `nan` where there is none, which does not count.
  /// - Returns: the score of all rows with its interval; of a single row nothing can be said.
  public static func estimate(
    rows: Int, resamples: Int = resamples, seed: Int = 0, score: ([Int]) -> Double
  ) -> Estimate {
    let value = score(Array(0..<rows))
    let scores = Self.scores(rows: rows, resamples: resamples, seed: seed, score: score).filter { !$0.isNaN }
    guard !scores.isEmpty else { return Estimate(value, low: value, high: value) }
    return interval(of: scores, round: value)
  }

  /// The mean of numbers with its interval.
  public static func mean(of values: [Double], resamples: Int = resamples, seed: Int = 0) -> Estimate {
    estimate(rows: values.count, resamples: resamples, seed: seed) { rows in
      rows.isEmpty ? .nan : rows.reduce(0) { $0 + values[$1] } / Double(rows.count)
    }
  }

  /// The score of each resample.
  public static func scores(
    rows: Int, resamples: Int = resamples, seed: Int = 0, score: ([Int]) -> Double
  ) -> [Double] {
    guard rows > 0 else { return [] }
    var random = SeededRandom(seed: seed)
    var drawn = [Int](repeating: 0, count: rows)
    return (0..<resamples).map { _ in
      for place in drawn.indices { drawn[place] = Int(random.next().multipliedFullWidth(by: UInt64(rows)).high) }
      return score(drawn)
    }
  }

  static func interval(of scores: [Double], round value: Double) -> Estimate {
    let sorted = scores.sorted()
    return Estimate(value, low: quantile(0.025, of: sorted), high: quantile(0.975, of: sorted))
  }

  /// What so great a share of sorted numbers is below, between two of them in proportion (Hyndman and Fan 1996, type 7).
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
