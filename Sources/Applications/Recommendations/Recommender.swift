// What a passenger may like next: by what all like, by what the texts say, by what others like.
internal import Foundation
internal import Layers
internal import Models
public import Retrieval
public import Tensors
internal import Training

/// Gives every excursion a score for a passenger.
public protocol Recommender {
  /// How much a passenger who has made these trips may like each excursion; any numbers, higher is better.
  ///
  /// - Parameters:
  ///   - passenger: a number of the history it learnt from.
  ///   - trips: excursions that were made, by number.
  func scores(passenger: Int, trips: [Int]) -> [Double]
}

extension Recommender {
  /// The best excursions that the passenger has not made; of equal ones the first.
  public func recommendations(passenger: Int, trips: [Int], count: Int) -> [Int] {
    let scores = scores(passenger: passenger, trips: trips)
    let made = Set(trips)
    return Array(
      scores.indices.filter { !made.contains($0) }.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(count))
  }
}

/// What most passengers have done: the same for all, and hard to beat.
public struct PopularityRecommender: Recommender {
  private let counts: [Double]

  public init(_ history: ExcursionHistory) {
    var counts = [Double](repeating: 0, count: history.excursions.count)
    for trip in history.trips.joined() { counts[trip] += 1 }
    self.counts = counts
  }

  public func scores(passenger: Int, trips: [Int]) -> [Double] { counts }
}

/// What reads like what the passenger has done: needs no other passengers.
public struct ContentRecommender: Recommender {
  private let vectors: [[Float]]

  /// - Parameter embedder: of descriptions.
  public init(_ history: ExcursionHistory, embedder: any TextEmbedder) throws {
    let vectors = try embedder.vectors(for: history.excursions.map(\.description))
    // What all descriptions have in common says nothing about taste.
    let mean = vectors.reduce([Float](repeating: 0, count: embedder.dimensions)) { zip($0, $1).map(+) }
      .map { $0 / Float(max(1, vectors.count)) }
    self.vectors = vectors.map { Self.unit(zip($0, mean).map(-)) }
  }

  /// The mean cosine with the trips.
  public func scores(passenger: Int, trips: [Int]) -> [Double] {
    vectors.map { vector in
      trips.reduce(0) { $0 + Double(zip(vector, vectors[$1]).reduce(0) { $0 + $1.0 * $1.1 }) }
        / Double(max(1, trips.count))
    }
  }

  private static func unit(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }
}

/// Several recommenders together, by the places that they give (reciprocal rank fusion).
public struct FusedRecommender: Recommender {
  private let parts: [any Recommender]

  public init(_ parts: [any Recommender]) { self.parts = parts }

  public func scores(passenger: Int, trips: [Int]) -> [Double] {
    let rankings = parts.map { part in
      let scores = part.scores(passenger: passenger, trips: trips)
      return scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    }
    return RankFusion.fuse(rankings).sorted { $0.item < $1.item }.map(\.score)
  }
}

/// What passengers of like taste have done: a vector for each passenger and each excursion, whose product says how they
/// agree (matrix factorisation; Koren, Bell and Volinsky 2009), learnt by a softmax over all excursions.
public struct FactorRecommender: Recommender {
  /// `[passengers, factors]` and `[excursions, factors + 1]`; the last column says how well known an excursion is.
  public let passengers, excursions: Tensor

  /// - Parameters:
  ///   - factors: numbers a vector.
  ///   - passes: through all trips. Throws ``BatchError`` if there are none.
  public init(_ history: ExcursionHistory, factors: Int = 8, passes: Int = 150, seed: Int) throws {
    guard history.trips.contains(where: { !$0.isEmpty }) else { throw BatchError.noExamples }
    var initializer = Initializer(seed: seed)
    let values = InitialValues.normal(standardDeviation: 0.1)
    let model = Factors(
      passengers: Embedding(count: history.trips.count, channels: factors, values: values, using: &initializer),
      excursions: Embedding(
        count: history.excursions.count, channels: factors + 1, values: values, using: &initializer))
    let trips = history.trips.enumerated().flatMap { passenger, trips in trips.map { [passenger, $0] } }
    let optimizer = AdamW(learningRate: .cosine(peak: 0.03, warmup: 5, steps: passes), weightDecay: 0.5)
    var trainer = Trainer(model, optimizer: optimizer, seed: seed) { (model: Factors, trips: [[Int]]) in
      crossEntropy(logits: model.logits(trips.map { $0[0] }), targets: trips.map { $0[1] })
    }
    trainer.report = { _ in }
    try trainer.fit(Batches(trips, size: max(1, trips.count), seed: seed))
    (passengers, excursions) = (model.passengers.table.value, model.excursions.table.value)
  }

  public func scores(passenger: Int, trips: [Int]) -> [Double] {
    Tensor.withoutGradients { Factors.logits(passengers[[passenger]], excursions) }.scalars.map { Double($0) }
  }

  private struct Factors: Module {
    let passengers, excursions: Embedding

    var parameters: [NamedParameter] {
      passengers.parameters(named: "passengers") + excursions.parameters(named: "excursions")
    }

    /// `[trips, excursions]`
    func logits(_ numbers: [Int]) -> Tensor { Self.logits(passengers(numbers), excursions.table.tensor) }

    static func logits(_ passengers: Tensor, _ excursions: Tensor) -> Tensor {
      let ones = Tensor.ones(passengers.shape[0], 1)
      return Tensor.concatenated([passengers, ones], axis: 1).matmul(excursions.transposed())
    }
  }
}
