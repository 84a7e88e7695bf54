// How far two judges say the same.

/// Two judges on the answers that both have judged.
public struct JudgeAgreement: Equatable, Sendable {
  /// How many pairs of answers both judged.
  public let shared: Int
  /// The share on which they say the same, ties included, 0 to 1, with Wilson's interval.
  public let share: Estimate
  /// Cohen's κ (1960): the agreement beyond what two judges with these habits would reach by chance, as a share of what
  /// is possible beyond it. 1: always the same; 0: as by chance. The interval is that of the bootstrap over the shared
  /// pairs; `nan` if one of them gave the same verdict every time, so that chance agrees as well.
  public let kappa: Estimate

  /// - Parameters:
  ///   - one, other: the votes of each. Both orders of one judge are one verdict; of several on the same answers the
  ///     first counts.
  ///   - seed: of the bootstrap.
  public init(_ one: [ArenaVote], _ other: [ArenaVote], seed: Int = 0) {
    let (first, second) = (Self.verdicts(one), Self.verdicts(other))
    let pairs = first.order.compactMap { key in
      first.verdicts[key].flatMap { mine in second.verdicts[key].map { (mine, $0) } }
    }
    shared = pairs.count
    share = Estimate(share: pairs.count { $0 == $1 }, of: pairs.count)
    kappa = Bootstrap.estimate(rows: pairs.count, seed: seed) { rows in Self.kappa(rows.map { pairs[$0] }) }
  }

  private struct Key: Hashable { var prompt, one, other: String }

  private static func verdicts(_ votes: [ArenaVote]) -> (order: [Key], verdicts: [Key: ArenaVote.Winner]) {
    var order: [Key] = []
    var verdicts: [Key: ArenaVote.Winner] = [:]
    for vote in SettledVotes(votes).votes.map(\.ordered) where !vote.prompt.isEmpty {
      let key = Key(prompt: vote.prompt, one: vote.a, other: vote.b)
      guard verdicts[key] == nil else { continue }
      order.append(key)
      verdicts[key] = vote.winner
    }
    return (order, verdicts)
  }

  private static func kappa(_ pairs: [(ArenaVote.Winner, ArenaVote.Winner)]) -> Double {
    let count = Double(pairs.count)
    guard count > 0 else { return .nan }
    let agreed = Double(pairs.count { $0 == $1 }) / count
    let byChance = ArenaVote.Winner.allCases.reduce(0.0) { sum, winner in
      sum + Double(pairs.count { $0.0 == winner }) / count * Double(pairs.count { $0.1 == winner }) / count
    }
    return byChance < 1 ? (agreed - byChance) / (1 - byChance) : .nan
  }
}
