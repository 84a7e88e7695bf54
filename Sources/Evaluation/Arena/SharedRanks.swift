// Ranks that say no more than is known.

public enum SharedRanks {
  /// A model's rank is one more than the number of models that are better for certain: two that cannot be told apart
  /// from each other, or from the same others, share one.
  ///
  /// - Parameter isBetter: whether it is certain that the first is better than the second.
  public static func ranks(count: Int, isBetter: (Int, Int) -> Bool) -> [Int] {
    (0..<count).map { place in 1 + (0..<count).count { $0 != place && isBetter($0, place) } }
  }
}
