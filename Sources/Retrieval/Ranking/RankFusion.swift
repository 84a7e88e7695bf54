// Several rankings made into one.

/// Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): each ranking gives an item 1 / (k + its place), and what
/// counts is the sum. Scores that cannot be compared, as BM25 and cosines, need not be.
public enum RankFusion {
  /// - Parameters:
  ///   - rankings: best first, no item twice in one.
  ///   - weights: how much each ranking counts; 1 where none is given.
  ///   - k: the larger, the less the first places count before the later ones.
  /// - Returns: all items, the best first; of equal ones the one that an earlier ranking has nearer to its top.
  public static func fuse<Item: Hashable>(
    _ rankings: [[Item]], weights: [Double] = [], k: Double = 60
  ) -> [(item: Item, score: Double)] {
    var scores: [Item: (sum: Double, order: Int)] = [:]
    for (index, ranking) in rankings.enumerated() {
      let weight = index < weights.count ? weights[index] : 1
      for (place, item) in ranking.enumerated() {
        scores[item, default: (0, place * rankings.count + index)].sum += weight / (k + Double(place + 1))
      }
    }
    return scores.sorted { ($1.value.sum, $0.value.order) < ($0.value.sum, $1.value.order) }
      .map { ($0.key, $0.value.sum) }
  }
}
