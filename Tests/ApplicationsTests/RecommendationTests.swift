// Recommenders on histories small enough to rank by hand, and on passengers with tastes.
import Applications
import Corpora
import Testing
import Training

@Suite("A recommender")
struct RecommendationTests {
  private func history(_ trips: [[Int]]) -> ExcursionHistory {
    ExcursionHistory(
      excursions: (0..<4).map { Excursion(name: "\($0)", island: "Birk", description: "\($0)") }, trips: trips)
  }

  @Test("is measured by where the trip stands that was kept back")
  func leaveOneOut() throws {
    // Kept back are 2, 1 and 3; of what is left, 0 was made twice and 1 once.
    let history = history([[0, 2], [0, 1], [1, 3]])
    let evaluation = try RecommendationEvaluation(history) { left in
      #expect(left.trips == [[0], [0], [1]])
      return PopularityRecommender(left)
    }
    // 1 2 3 for the first, who has made 0; so 2 is second. The second finds 1 first, the third 0 2 3.
    #expect(evaluation.rankings.map(\.reciprocalRank) == [1.0 / 2, 1, 1.0 / 3])
    #expect(abs(evaluation.summary(at: 2).hitRate.value - 2.0 / 3) < 1e-12)
    let new = try RecommendationEvaluation(history, new: [3]) { left in
      #expect(left.trips == [[0, 2], [0, 1], [1]])
      return PopularityRecommender(left)
    }
    #expect(new.rankings.count == 1)
  }

  @Test("by factors finds who is alike")
  func factors() throws {
    // Two kinds of passengers, who share no excursion; the last of the first kind has not made 1 yet.
    let trips = Array(repeating: [0, 1], count: 6) + Array(repeating: [2, 3], count: 7) + [[0]]
    let recommender = try FactorRecommender(history(trips), factors: 2, seed: 1)
    #expect(recommender.recommendations(passenger: 13, trips: [0], count: 1) == [1])
    #expect(recommender.passengers.shape == [14, 2] && recommender.excursions.shape == [4, 3])
    #expect(throws: BatchError.noExamples) { try FactorRecommender(history([[], []]), seed: 1) }
  }

  @Test("beats popularity where passengers have tastes, and new excursions are found by what is said of them")
  func tastes() throws {
    let history = ExcursionHistory(world: HarbourLines(seed: 7), passengers: 200, seed: 2)
    #expect(history.trips.allSatisfy { (3...12).contains($0.count) && Set($0).count == $0.count })
    let embedder = try CourseModels.embedder()
    func hits(_ new: Set<Int> = [], _ make: @escaping (ExcursionHistory) throws -> any Recommender) throws -> Double {
      try RecommendationEvaluation(history, new: new, make).summary(at: 5).hitRate.value
    }
    let popular = try hits { PopularityRecommender($0) }
    #expect(try hits { try ContentRecommender($0, embedder: embedder) } > popular + 0.1)
    #expect(try hits { try FactorRecommender($0, seed: 1) } > popular + 0.1)
    let new: Set<Int> = [3, 11, 19, 27]
    #expect(try hits(new) { try ContentRecommender($0, embedder: embedder) } > 0.2)
    #expect(try hits(new) { PopularityRecommender($0) } == 0)
  }
}
