// What was found, without saying the same thing twice.

/// Maximal marginal relevance (Carbonell and Goldstein 1998): the next item is the one with the largest
/// (1 − d) · relevance − d · likeness to the most alike of those before it.
public enum Diversity {
  /// - Parameters:
  ///   - relevances: of the items, best first; they are scaled to 0…1.
  ///   - diversity: d, 0 for the order as it is, 1 for the most different.
  ///   - likeness: of two items, at most 1.
  /// - Returns: the indices of the first `count` items in their new order.
  public static func order(
    _ relevances: [Double], count: Int, diversity: Double, likeness: (Int, Int) -> Double
  ) -> [Int] {
    let (low, high) = (relevances.min() ?? 0, relevances.max() ?? 0)
    let scaled = relevances.map { high > low ? ($0 - low) / (high - low) : 1 }
    var rest = Array(relevances.indices)
    var mostAlike = [Double](repeating: 0, count: relevances.count)
    var chosen: [Int] = []
    while chosen.count < count, !rest.isEmpty {
      let value = { (item: Int) in (1 - diversity) * scaled[item] - diversity * mostAlike[item] }
      // Of equal ones the one that stood first.
      guard let next = rest.max(by: { (value($0), $1) < (value($1), $0) }) else { break }
      chosen.append(next)
      rest.removeAll { $0 == next }
      for item in rest { mostAlike[item] = max(mostAlike[item], likeness(next, item)) }
    }
    return chosen
  }
}
