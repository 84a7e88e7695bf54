// Shares: so many of so many.
internal import Retrieval

extension Estimate {
  /// The share of `count` in `total`, between the ends of Wilson's interval (1927), which stays wide when all are right.
  /// 0 to 1; `nan` in 0…1 of none.
  public init(share count: Int, of total: Int) {
    let proportion = Proportion(count, of: total)
    self.init(
      total > 0 ? proportion.share : .nan, low: proportion.interval.lowerBound, high: proportion.interval.upperBound)
  }
}
