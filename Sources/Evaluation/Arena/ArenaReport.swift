// A ranking with those who voted: what a table shows and JSON holds.

/// Models ranked by votes, and how far each judge can be trusted.
public struct ArenaReport: Equatable, Sendable {
  public struct Judge: Equatable, Sendable {
    public var name: String
    public var votes: Int
    public var bias: PositionBias
  }

  public struct Agreement: Equatable, Sendable {
    public var one: String
    public var other: String
    public var agreement: JudgeAgreement
  }

  public let ranking: ArenaRanking
  /// By name.
  public let judges: [Judge]
  /// Of all two judges who judged some of the same answers.
  public let agreements: [Agreement]

  public init(_ votes: [ArenaVote], ties: BradleyTerry.Ties = .half, seed: Int = 0) {
    ranking = ArenaRanking(votes, ties: ties, seed: seed)
    let byJudge = Dictionary(grouping: votes, by: \.judge)
    let names = byJudge.keys.sorted()
    judges = names.map { name in
      Judge(name: name, votes: byJudge[name]?.count ?? 0, bias: PositionBias(byJudge[name] ?? []))
    }
    var agreements: [Agreement] = []
    for (place, one) in names.enumerated() {
      for other in names[(place + 1)...] {
        let agreement = JudgeAgreement(byJudge[one] ?? [], byJudge[other] ?? [], seed: seed)
        if agreement.shared > 0 { agreements.append(Agreement(one: one, other: other, agreement: agreement)) }
      }
    }
    self.agreements = agreements
  }
}

extension ArenaReport: Encodable {
  private struct Model: Encodable {
    var model: String
    var rank: Int
    var strength: Estimate
    var elo: Elo
    var votes, wins, ties, losses: Int
  }

  private struct Elo: Encodable {
    var value, low, high: Double
  }

  private struct Pair: Encodable {
    var a, b: String
    var votes, wins, losses, ties: Int
    /// How much stronger a is; absent where no vote joins the two.
    var advantage: Estimate?
  }

  private struct Opinion: Encodable {
    var judge: String
    var votes: Int
    /// Absent of a judge who decided nothing.
    var firstShare: Estimate?
    var bothOrders: Int
    var inconsistentShare: Estimate?
  }

  private struct Accord: Encodable {
    var judges: [String]
    var shared: Int
    var share: Estimate
    /// Absent where chance would agree as well.
    var kappa: Estimate?
  }

  private enum CodingKeys: String, CodingKey { case votes, inconsistent, models, pairs, judges, agreements, notes }

  /// Without what is no number: JSON knows neither infinity nor what is none.
  public func encode(to encoder: any Encoder) throws {
    func finite(_ estimate: Estimate) -> Estimate? {
      estimate.value.isFinite && estimate.low.isFinite && estimate.high.isFinite ? estimate : nil
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(ranking.votes, forKey: .votes)
    try container.encode(ranking.inconsistent, forKey: .inconsistent)
    try container.encode(
      ranking.models.map { model in
        Model(
          model: model.name, rank: model.rank, strength: model.strength,
          elo: Elo(value: model.elo.rating, low: model.elo.low, high: model.elo.high), votes: model.votes,
          wins: model.wins, ties: model.ties, losses: model.losses)
      }, forKey: .models)
    let matrix = ranking.matrix
    let pairs = matrix.models.indices.flatMap { i in
      matrix.models.indices.filter { $0 > i && matrix.votes(i, $0) > 0 }.map { j in
        Pair(
          a: matrix.models[i], b: matrix.models[j], votes: matrix.votes(i, j), wins: matrix.wins[i][j],
          losses: matrix.wins[j][i], ties: matrix.ties[i][j], advantage: finite(ranking.advantages[i][j]))
      }
    }
    try container.encode(pairs, forKey: .pairs)
    try container.encode(
      judges.map { judge in
        Opinion(
          judge: judge.name, votes: judge.votes, firstShare: finite(judge.bias.first),
          bothOrders: judge.bias.bothOrders, inconsistentShare: finite(judge.bias.inconsistent))
      }, forKey: .judges)
    try container.encode(
      agreements.map {
        Accord(
          judges: [$0.one, $0.other], shared: $0.agreement.shared, share: $0.agreement.share,
          kappa: finite($0.agreement.kappa))
      }, forKey: .agreements)
    try container.encode(ranking.notes, forKey: .notes)
  }
}
