// Which validation rows are worth looking at: the worst answered, the best, or any.
internal import Tensors

/// How samples of a run are chosen.
public enum SampleChoice: String, CaseIterable, Sendable {
  case worst, best, random

  /// - Parameters:
  ///   - metric: by which rows are ordered, and then by their loss; nil by the loss alone.
  ///   - isLowerBetter: of the metric.
  ///   - seed: of a random choice.
  /// - Returns: at most `count` samples; the worst or best first, random ones in the order of their rows.
  public func chosen(
    from samples: [RunSample], count: Int, by metric: String? = nil, isLowerBetter: Bool = false, seed: Int = 1
  ) -> [RunSample] {
    let count = max(0, count)
    guard self != .random else {
      var random = SeededRandom(seed: seed)
      let places = (0..<samples.count).map { (key: random.next(), place: $0) }
        .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.prefix(count).map(\.place).sorted()
      return places.map { samples[$0] }
    }
    // The larger, the worse; what was not measured counts as the worst.
    func badness(_ sample: RunSample) -> (Double, Double, Int) {
      let score = metric.map { sample.scores[$0] ?? (isLowerBetter ? .infinity : -.infinity) } ?? 0
      return (isLowerBetter ? score : -score, sample.loss.isNaN ? .infinity : sample.loss, -sample.row)
    }
    let fromBest = samples.sorted { badness($0) < badness($1) }
    return Array(self == .best ? fromBest.prefix(count) : fromBest.reversed().prefix(count))
  }
}
