// Whether what was searched for was found, and how far up.

/// The results of one search, best first, and which of them are relevant.
public struct RankedRetrieval: Equatable, Sendable {
  /// Of each result.
  public let isRelevant: [Bool]
  /// How many relevant ones there are, found or not.
  public let relevantCount: Int

  /// A result that stands there twice counts once, in its first place.
  public init<ID: Hashable>(found: [ID], relevant: Set<ID>) {
    var seen: Set<ID> = []
    isRelevant = found.filter { seen.insert($0).inserted }.map(relevant.contains)
    relevantCount = relevant.count
  }

  /// Whether a relevant one is among the first k.
  public func isHit(at k: Int) -> Bool { isRelevant.prefix(max(0, k)).contains(true) }

  /// One over the place of the first relevant one; 0 if none was found.
  public var reciprocalRank: Double { isRelevant.firstIndex(of: true).map { 1 / Double($0 + 1) } ?? 0 }

  /// The share of the first k places that are relevant.
  public func precision(at k: Int) -> Double { k > 0 ? Double(isRelevant.prefix(k).count { $0 }) / Double(k) : 0 }

  /// Context recall: the share of the relevant ones that are among the first k; 1 if there is nothing to be found.
  public func recall(at k: Int) -> Double {
    relevantCount > 0 ? Double(isRelevant.prefix(max(0, k)).count { $0 }) / Double(relevantCount) : 1
  }

  /// Context precision: whether relevant ones stand before others; the mean, over the relevant ones among the first k, of
  /// the precision down to their place (Es et al. 2024). 0 if there is none.
  public func contextPrecision(at k: Int) -> Double {
    let places = isRelevant.prefix(max(0, k)).enumerated().filter(\.element).map(\.offset)
    guard !places.isEmpty else { return 0 }
    return places.enumerated().reduce(0) { $0 + Double($1.offset + 1) / Double($1.element + 1) } / Double(places.count)
  }
}

/// Many searches, each figure with its interval.
public struct RetrievalSummary: Equatable, Sendable {
  /// The share of searches with a relevant result among the first k.
  public let hitRate: Estimate
  public let meanReciprocalRank: Estimate
  public let contextPrecision: Estimate
  public let contextRecall: Estimate

  public init(_ searches: [RankedRetrieval], at k: Int, seed: Int = 0) {
    hitRate = Estimate(share: searches.count { $0.isHit(at: k) }, of: searches.count)
    meanReciprocalRank = Bootstrap.mean(of: searches.map(\.reciprocalRank), seed: seed)
    contextPrecision = Bootstrap.mean(of: searches.map { $0.contextPrecision(at: k) }, seed: seed)
    contextRecall = Bootstrap.mean(of: searches.map { $0.recall(at: k) }, seed: seed)
  }
}
