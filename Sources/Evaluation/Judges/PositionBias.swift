// Whether a judge goes by where an answer stands.

/// How a judge's verdicts depend on the order of the answers.
public struct PositionBias: Equatable, Sendable {
  /// The share of decided votes that went to the first answer; ½ for a judge who does not care, with Wilson's interval.
  public let first: Estimate
  /// How many votes decided for an answer.
  public let decided: Int
  /// How many pairs of answers were judged in both orders, and of these the share in which the verdicts differed.
  public let bothOrders: Int
  public let inconsistent: Estimate

  /// - Parameter votes: of one judge.
  public init(_ votes: [ArenaVote]) {
    let settled = SettledVotes(votes)
    decided = votes.count { $0.winner != .tie }
    first = Estimate(share: votes.count { $0.winner == .a }, of: decided)
    bothOrders = settled.bothOrders
    inconsistent = Estimate(share: settled.inconsistent, of: settled.bothOrders)
  }

  /// Whether ½ is outside of the interval of ``first``.
  public var isCertain: Bool { decided > 0 && (first.low > 0.5 || first.high < 0.5) }
}
