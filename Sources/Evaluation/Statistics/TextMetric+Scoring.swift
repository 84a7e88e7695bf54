// A metric's score of many predictions, with its interval.

extension TextMetric {
  /// The score of all pairs and of each: by Wilson's interval if each row is right or wrong and the score their share,
  /// by the bootstrap otherwise.
  public func measured(
    _ pairs: [TextPair], resamples: Int = Bootstrap.resamples, seed: Int = 0
  ) -> MetricScore {
    let scorer = scorer(of: pairs)
    let perRow = pairs.map { score($0.prediction, $0.references) }
    let right = perRow.count { $0 == 1 }
    let isShare = !perRow.isEmpty && perRow.allSatisfy { $0 == 0 || $0 == 1 }
    let estimate =
      isShare && scorer(Array(pairs.indices)) == Double(right) / Double(perRow.count)
      ? Estimate(share: right, of: perRow.count)
      : Bootstrap.estimate(rows: pairs.count, resamples: resamples, seed: seed, score: scorer)
    return MetricScore(metric: self, estimate: estimate, perRow: perRow, scorer: scorer)
  }
}
