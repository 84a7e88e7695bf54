// How soon what a passenger did next is recommended.
public import Evaluation

/// Leave-one-out: of each passenger the last trip is kept back, and all excursions not made before are ranked.
public struct RecommendationEvaluation: Sendable {
  /// Of each passenger what was recommended, and where among it the trip is that was kept back.
  public let rankings: [RankedRetrieval]

  /// - Parameters:
  ///   - history: all trips.
  ///   - new: excursions of which the recommender knows no trip; if there are any, only trips to them are kept back,
  ///     the first of each passenger.
  ///   - known: of each passenger the last trips that the recommender may know; nil for all.
  ///   - recommender: made from what is left.
  public init(
    _ history: ExcursionHistory, new: Set<Int> = [], known: Int? = nil,
    _ recommender: (_ history: ExcursionHistory) throws -> any Recommender
  ) throws {
    let kept = history.trips.map { trips in new.isEmpty ? trips.last : trips.first(where: new.contains) }
    let left = zip(history.trips, kept).map { trips, kept in
      Array(trips.filter { $0 != kept && !new.contains($0) }.suffix(known ?? .max))
    }
    let recommender = try recommender(ExcursionHistory(excursions: history.excursions, trips: left))
    rankings = kept.enumerated().compactMap { passenger, kept in
      kept.map { kept in
        RankedRetrieval(
          found: recommender.recommendations(
            passenger: passenger, trips: left[passenger], count: history.excursions.count), relevant: [kept])
      }
    }
  }

  /// Hit rate among the first, and mean reciprocal rank, each with its interval.
  public func summary(at count: Int) -> RetrievalSummary { RetrievalSummary(rankings, at: count) }
}
