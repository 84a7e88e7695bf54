// Ratings that follow the votes one after the other, as in chess.
internal import Foundation
internal import Tensors

/// Elo's ratings (1978): all begin at 1000; after each vote the winner gains what it was not expected to win,
/// `K · (1 − 1 / (1 + 10^((R₂ − R₁) / 400)))`, and the loser loses it. A tie is half a win.
///
/// They depend on the order of the votes, though the models did not change while they were cast: so the spread over
/// random orders stands beside them.
public struct EloRatings: Equatable, Sendable {
  public struct Rating: Equatable, Sendable {
    public var model: String
    /// With the votes in their own order.
    public var rating: Double
    /// Between these are the ratings of 95 % of random orders.
    public var low: Double
    public var high: Double
    /// Of all random orders.
    public var mean: Double
  }

  /// The most that one vote moves.
  public let step: Double
  /// In the order of the models' names.
  public let ratings: [Rating]

  public init(_ votes: [ArenaVote], step: Double = 32, orders: Int = 200, seed: Int = 0) {
    let models = Set(votes.flatMap { [$0.a, $0.b] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: models.enumerated().map { ($1, $0) })
    let games = votes.compactMap { vote -> (Int, Int, Double)? in
      guard let a = places[vote.a], let b = places[vote.b] else { return nil }
      return (a, b, vote.winner == .a ? 1 : vote.winner == .b ? 0 : 0.5)
    }
    let inOrder = Self.ratings(games, models: models.count, step: step)
    var random = SeededRandom(seed: seed)
    var shuffled: [[Double]] = models.map { _ in [] }
    for _ in 0..<max(1, orders) {
      for (place, rating) in Self.ratings(games.shuffled(using: &random), models: models.count, step: step).enumerated()
      { shuffled[place].append(rating) }
    }
    self.step = step
    ratings = models.enumerated().map { place, model in
      let sorted = shuffled[place].sorted()
      return Rating(
        model: model, rating: inOrder[place], low: Bootstrap.quantile(0.025, of: sorted),
        high: Bootstrap.quantile(0.975, of: sorted), mean: sorted.reduce(0, +) / Double(sorted.count))
    }
  }

  /// Of one model; nil if nobody voted on it.
  public subscript(model: String) -> Rating? { ratings.first { $0.model == model } }

  /// What both begin with.
  public static let start = 1000.0

  private static func ratings(_ games: [(Int, Int, Double)], models: Int, step: Double) -> [Double] {
    var ratings = [Double](repeating: start, count: models)
    for (a, b, score) in games {
      let expected = 1 / (1 + pow(10, (ratings[b] - ratings[a]) / 400))
      let gain = step * (score - expected)
      ratings[a] += gain
      ratings[b] -= gain
    }
    return ratings
  }
}
