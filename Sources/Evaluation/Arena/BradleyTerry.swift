// Strengths from comparisons, whatever their order.
internal import Foundation

/// The model of Bradley and Terry (1952): the chance that i beats j is `πᵢ / (πᵢ + πⱼ)`. The strengths π are those under
/// which the votes are likeliest, found by the MM algorithm of Hunter (2004).
public struct BradleyTerry: Equatable, Sendable {
  /// What a tie says.
  public enum Ties: String, CaseIterable, Sendable {
    /// Half a win for each.
    case half
    /// An outcome of its own, with the chance `ν √(πᵢ πⱼ) / (πᵢ + πⱼ + ν √(πᵢ πⱼ))` (Davidson 1970).
    case davidson
  }

  /// `ln π` by the models' places, with the mean 0 in each group of models that votes join.
  public let strengths: [Double]
  /// ν; 0 without ties or where they are half wins, infinite if there are only ties.
  public let tieFactor: Double
  /// Whether the likelihood has a maximum. Where a model never lost it has none; then strengths are finite by one
  /// imaginary win and one loss for each model, shared out over those that it met.
  public let hasMaximum: Bool

  public init(_ matrix: WinMatrix, ties: Ties = .half) {
    let groups = matrix.groups
    let hasMaximum = groups.allSatisfy(matrix.hasMaximum)
    let weights = PairWeights(matrix, ties: ties)
    self.init(hasMaximum ? weights : weights.withImaginaryVotes { 1 }, groups: groups, hasMaximum: hasMaximum)
  }

  init(_ weights: PairWeights, groups: [[Int]], hasMaximum: Bool = true) {
    self.hasMaximum = hasMaximum
    let count = weights.count
    var strength = [Double](repeating: 1, count: count)
    let allTies = weights.ties.reduce(0, +) / 2
    guard weights.wins.contains(where: { $0 > 0 }) else {
      (strengths, tieFactor) = ([Double](repeating: 0, count: count), allTies > 0 ? .infinity : 0)
      return
    }
    var factor = allTies > 0 ? 1.0 : 0
    let roots = { (strength: [Double]) in strength.map { $0.squareRoot() } }
    for _ in 0..<Self.mostSteps {
      let root = roots(strength)
      var next = strength
      var tieWeight = 0.0
      for i in 0..<count {
        var (won, denominator) = (0.0, 0.0)
        for j in 0..<count where j != i {
          let (wins, ties) = (weights.wins[i * count + j], weights.ties[i * count + j])
          let votes = wins + weights.wins[j * count + i] + ties
          guard votes > 0 else { continue }
          let product = root[i] * root[j]
          let sum = strength[i] + strength[j] + factor * product
          won += wins + ties / 2
          denominator += votes / sum * (1 + factor / 2 * root[j] / root[i])
          tieWeight += votes * product / sum / 2
        }
        if denominator > 0 { next[i] = max(won / denominator, 1e-30) }
      }
      for group in groups {
        let mean = group.reduce(0) { $0 + log(next[$1]) } / Double(max(1, group.count))
        for place in group { next[place] *= exp(-mean) }
      }
      let change = zip(strength, next).reduce(0) { max($0, abs($1.1 / $1.0 - 1)) }
      strength = next
      let before = factor
      if allTies > 0 { factor = allTies / tieWeight }
      if change < 1e-10, abs(factor - before) <= 1e-10 * before { break }
    }
    (strengths, tieFactor) = (strength.map { log($0) }, factor)
  }

  /// More are not needed but where strengths differ by many powers of ten.
  private static let mostSteps = 5000

  /// The chance that model i is judged better than model j, a tie counted half where ties are outcomes.
  public func chance(_ i: Int, _ j: Int) -> Double {
    let (one, other) = (exp(strengths[i]), exp(strengths[j]))
    guard tieFactor.isFinite else { return 0.5 }
    let tie = tieFactor * (one * other).squareRoot()
    return (one + tie / 2) / (one + other + tie)
  }
}

/// Wins and ties by pairs, as weights: what a fit is made of.
struct PairWeights {
  let count: Int
  /// `[i, j]` row-major: i better than j.
  var wins: [Double]
  /// Symmetric.
  var ties: [Double]

  init(count: Int) {
    self.count = count
    wins = [Double](repeating: 0, count: count * count)
    ties = wins
  }

  init(_ matrix: WinMatrix, ties: BradleyTerry.Ties) {
    self.init(count: matrix.models.count)
    for i in 0..<count {
      for j in 0..<count {
        let half = ties == .half ? Double(matrix.ties[i][j]) / 2 : 0
        wins[i * count + j] = Double(matrix.wins[i][j]) + half
        self.ties[i * count + j] = ties == .half ? 0 : Double(matrix.ties[i][j])
      }
    }
  }

  mutating func add(_ weight: Double, _ winner: ArenaVote.Winner, _ a: Int, _ b: Int, ties: BradleyTerry.Ties) {
    switch (winner, ties) {
    case (.a, _): wins[a * count + b] += weight
    case (.b, _): wins[b * count + a] += weight
    case (.tie, .half):
      wins[a * count + b] += weight / 2
      wins[b * count + a] += weight / 2
    case (.tie, .davidson):
      self.ties[a * count + b] += weight
      self.ties[b * count + a] += weight
    }
  }

  /// With one imaginary win and one loss for each model, shared out evenly over those that it met.
  ///
  /// - Parameter weight: of each win and of each loss.
  func withImaginaryVotes(_ weight: () -> Double) -> PairWeights {
    var result = self
    for i in 0..<count {
      let met = (0..<count).filter { hasMet(i, $0) }
      for j in met {
        result.wins[i * count + j] += weight() / Double(met.count)
        result.wins[j * count + i] += weight() / Double(met.count)
      }
    }
    return result
  }

  private func hasMet(_ i: Int, _ j: Int) -> Bool {
    i != j && wins[i * count + j] + wins[j * count + i] + ties[i * count + j] > 0
  }
}
