// Models ranked by votes, with what is certain about it.
internal import Foundation
internal import Tensors

/// What votes say about models.
///
/// ```swift
/// let ranking = ArenaRanking(try ArenaLog.read("votes.jsonl").votes)
/// for model in ranking.models { print(model.rank, model.name, model.strength.value) }
/// ```
public struct ArenaRanking: Equatable, Sendable {
  public struct Model: Equatable, Sendable {
    public var name: String
    /// From 1; models that cannot be told apart share one.
    public var rank: Int
    /// The strength of Bradley and Terry on the scale of chess, `1000 + 400 · log₁₀ π`: 400 more win ten of eleven. The
    /// interval is that of the bootstrap.
    public var strength: Estimate
    public var elo: EloRatings.Rating
    public var wins: Int
    public var ties: Int
    public var losses: Int

    public var votes: Int { wins + ties + losses }
  }

  /// By rank, then strength.
  public let models: [Model]
  /// After both orders of one judge were joined.
  public let matrix: WinMatrix
  public let fit: BradleyTerry
  /// `advantages[i][j]`: how much stronger model i is than j, with its interval; places in the matrix.
  public let advantages: [[Estimate]]
  /// Votes as they were cast.
  public let votes: Int
  /// How often a judge preferred one answer in one order and not in the other, which counts as one tie.
  public let inconsistent: Int

  /// - Parameters:
  ///   - resamples: of the bootstrap: each vote gets a random weight (Rubin 1981), and each model one imaginary win and
  ///     one loss beside, so that a few votes that all agree are not taken for certainty.
  ///   - seed: of the weights and of the orders of Elo's ratings.
  public init(
    _ votes: [ArenaVote], ties: BradleyTerry.Ties = .half, resamples: Int = Bootstrap.resamples, seed: Int = 0
  ) {
    let settled = SettledVotes(votes)
    let matrix = WinMatrix(settled.votes)
    let fit = BradleyTerry(matrix, ties: ties)
    let groups = matrix.groups
    let draws = Self.draws(settled.votes, matrix, groups: groups, ties: ties, resamples: resamples, seed: seed)
    let count = matrix.models.count
    var group = [Int](repeating: 0, count: count)
    for (number, members) in groups.enumerated() { for place in members { group[place] = number } }

    func estimate(_ value: ([Double]) -> Double) -> Estimate {
      let point = value(fit.strengths)
      let interval = Bootstrap.interval(of: draws.map(value), round: point)
      return Estimate(point, low: min(point, interval.low), high: max(point, interval.high))
    }
    func advantage(_ i: Int, _ j: Int) -> Estimate {
      guard i != j else { return Estimate(0, low: 0, high: 0) }
      // Nothing joins them.
      guard group[i] == group[j] else { return Estimate(0, low: -.infinity, high: .infinity) }
      return estimate { ($0[i] - $0[j]) * Self.scale }
    }
    let advantages = (0..<count).map { i in (0..<count).map { j in advantage(i, j) } }
    let ranks = SharedRanks.ranks(count: count) { advantages[$0][$1].low > 0 }
    let elo = EloRatings(votes, seed: seed)
    let unsorted = (0..<count).map { place in
      let name = matrix.models[place]
      return Model(
        name: name, rank: ranks[place], strength: estimate { EloRatings.start + $0[place] * Self.scale },
        elo: elo[name] ?? .init(model: name, rating: 0, low: 0, high: 0, mean: 0),
        wins: matrix.wins[place].reduce(0, +), ties: matrix.ties[place].reduce(0, +),
        losses: matrix.wins.reduce(0) { $0 + $1[place] })
    }
    models = unsorted.sorted {
      ($0.rank, -$0.strength.value, $0.name) < ($1.rank, -$1.strength.value, $1.name)
    }
    (self.matrix, self.fit, self.advantages) = (matrix, fit, advantages)
    (self.votes, inconsistent) = (votes.count, settled.inconsistent)
  }

  /// Of `ln π` on the scale of chess.
  static let scale = 400 / log(10.0)

  /// Whether it is certain, at 95 %, that the first model is stronger than the second.
  public func isStronger(_ one: String, than other: String) -> Bool {
    guard let i = matrix.models.firstIndex(of: one), let j = matrix.models.firstIndex(of: other) else { return false }
    return advantages[i][j].low > 0
  }

  /// The strengths under random weights of the votes.
  private static func draws(
    _ votes: [ArenaVote], _ matrix: WinMatrix, groups: [[Int]], ties: BradleyTerry.Ties, resamples: Int, seed: Int
  ) -> [[Double]] {
    let places = Dictionary(uniqueKeysWithValues: matrix.models.enumerated().map { ($1, $0) })
    let games = votes.compactMap { vote -> (Int, Int, ArenaVote.Winner)? in
      guard let a = places[vote.a], let b = places[vote.b] else { return nil }
      return (a, b, vote.winner)
    }
    var random = SeededRandom(seed: seed)
    // Exponentially distributed, above 0.
    func weight() -> Double { -log(1 - Double(random.next() >> 11) * 0x1p-53 * (1 - 0x1p-53)) + 1e-12 }
    return (0..<max(1, resamples)).map { _ in
      var weights = PairWeights(count: matrix.models.count)
      for (a, b, winner) in games { weights.add(weight(), winner, a, b, ties: ties) }
      return BradleyTerry(weights.withImaginaryVotes(weight), groups: groups).strengths
    }
  }
}
