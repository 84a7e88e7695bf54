import Evaluation
import Foundation
import Tensors
import Testing

/// Strengths and ranks from votes: against other programs' numbers, and against models whose strengths are known.
struct ArenaStrengthTests {
  @Test("Bradley and Terry's strengths are those that a general optimiser finds", arguments: BradleyTerry.Ties.allCases)
  func strengths(_ ties: BradleyTerry.Ties) throws {
    let reference = try ArenaReference.read()
    let fit = BradleyTerry(WinMatrix(reference.votes), ties: ties)
    let expected = ties == .half ? reference.half : reference.davidson
    try #require(fit.strengths.count == expected.count)
    for (place, pair) in zip(fit.strengths, expected).enumerated() {
      #expect(abs(pair.0 - pair.1) < 1e-5, "\(reference.models[place]): \(pair.0), expected \(pair.1)")
    }
    #expect(abs(fit.tieFactor - (ties == .half ? 0 : reference.tieFactor)) < 1e-5)
    #expect(fit.hasMaximum)
    // 0.92 − 0.05 in ln π.
    if ties == .half { #expect(abs(fit.chance(1, 3) - 0.70474) < 1e-4) }
  }

  @Test("Elo's ratings are those of a plain loop, and the order of the votes changes them; strengths it does not")
  func elo() throws {
    let reference = try ArenaReference.read()
    let elo = EloRatings(reference.votes)
    let backwards = EloRatings(reference.votes.reversed())
    for (model, rating) in reference.elo {
      let found = try #require(elo[model])
      #expect(abs(found.rating - rating) < 1e-9, "\(model)")
      #expect(found.low < found.mean && found.mean < found.high && found.high - found.low > 30, "\(model)")
      #expect(backwards[model]?.rating != found.rating)
    }
    let (one, other) = (BradleyTerry(WinMatrix(reference.votes)), BradleyTerry(WinMatrix(reference.votes.reversed())))
    #expect(one == other)
    #expect(ArenaRanking(reference.votes, resamples: 50) == ArenaRanking(reference.votes, resamples: 50))
  }

  /// Votes between models of known strength, each pair equally often.
  private func simulated(_ strengths: [Double], votesEach: Int, seed: Int) -> [ArenaVote] {
    var random = SeededRandom(seed: seed)
    var votes: [ArenaVote] = []
    for i in strengths.indices {
      for j in strengths.indices where j > i {
        for _ in 0..<votesEach {
          let chance = 1 / (1 + exp(strengths[j] - strengths[i]))
          let winner: ArenaVote.Winner = Double(random.uniform()) < chance ? .a : .b
          votes.append(ArenaVote(a: "m\(i)", b: "m\(j)", winner: winner))
        }
      }
    }
    return votes
  }

  @Test(
    "the intervals hold the true strengths about as often as they say, with few votes and with many",
    arguments: [6, 40])
  func coverage(_ votesEach: Int) {
    let strengths = [0.9, 0.1, -0.2, -0.8]
    var (held, differences, all) = (0, 0, 0)
    for seed in 0..<60 {
      let ranking = ArenaRanking(simulated(strengths, votesEach: votesEach, seed: seed), resamples: 120, seed: seed)
      for (place, strength) in strengths.enumerated() {
        guard let model = ranking.models.first(where: { $0.name == "m\(place)" }) else { continue }
        let truth = 1000 + 400 / log(10.0) * strength
        all += 1
        if model.strength.low <= truth, truth <= model.strength.high { held += 1 }
        let (advantage, next) = (ranking.advantages[place][(place + 1) % 4], strengths[(place + 1) % 4])
        let true1 = 400 / log(10.0) * (strength - next)
        if advantage.low <= true1, true1 <= advantage.high { differences += 1 }
      }
    }
    #expect(all == 240)
    // 95 % of 240, give or take what 60 independent arenas leave open.
    #expect((0.89...0.995).contains(Double(held) / 240), "\(held) of 240 strengths")
    #expect((0.89...0.995).contains(Double(differences) / 240), "\(differences) of 240 differences")
  }

  @Test("equal models share a rank nearly always; with enough votes unequal ones do not")
  func ranks() {
    var shared = 0
    for seed in 0..<40 {
      let ranking = ArenaRanking(simulated([0, 0, 0], votesEach: 15, seed: 100 + seed), resamples: 120, seed: seed)
      if ranking.models.allSatisfy({ $0.rank == 1 }) { shared += 1 }
    }
    #expect(shared >= 31, "\(shared) of 40 with three pairs each")
    let ranking = ArenaRanking(simulated([1, 1, -1, -2.5], votesEach: 60, seed: 5), resamples: 200)
    #expect(ranking.models.map(\.rank) == [1, 1, 3, 4])
    #expect(Set(ranking.models.prefix(2).map(\.name)) == ["m0", "m1"])
    #expect(ranking.isStronger("m0", than: "m2") && !ranking.isStronger("m0", than: "m1"))
  }

  @Test("one vote ranks nobody; unanimous votes do once there are enough of them")
  func few() {
    func ranks(_ votes: Int) -> [Int] {
      ArenaRanking(Array(repeating: ArenaVote(a: "x", b: "y", winner: .a), count: votes)).models.map(\.rank)
    }
    #expect(ranks(1) == [1, 1] && ranks(2) == [1, 1] && ranks(3) == [1, 1])
    #expect(ranks(8) == [1, 2])
    let ranking = ArenaRanking([ArenaVote(a: "x", b: "y", winner: .a)])
    #expect(ranking.models.map(\.name) == ["x", "y"])
    #expect(ranking.models.allSatisfy { $0.strength.value.isFinite && $0.strength.high.isFinite })
    #expect(ranking.notes.contains { $0.contains("x never lost; y never won") })
    #expect(ranking.notes.contains { $0.contains("cannot tell any two of the models apart") })
  }

  @Test("votes that are all ties, groups that never met, and no votes at all give sensible numbers and words")
  func degenerate() {
    let ties = ArenaRanking(Array(repeating: ArenaVote(a: "x", b: "y", winner: .tie), count: 20))
    #expect(ties.models.map(\.rank) == [1, 1] && ties.models.map(\.strength.value) == [1000, 1000])
    #expect(ties.notes.first == "All votes are ties: nothing tells the models apart.")
    let davidson = BradleyTerry(ties.matrix, ties: .davidson)
    #expect(davidson.strengths == [0, 0] && davidson.tieFactor == .infinity && davidson.chance(0, 1) == 0.5)

    let apart = ArenaRanking(
      [("a", "b"), ("c", "d")].flatMap { one, other in
        (0..<30).map { ArenaVote(a: one, b: other, winner: $0 % 5 == 0 ? .b : .a) }
      })
    #expect(apart.notes.first?.contains("a, b | c, d") == true)
    #expect(apart.isStronger("a", than: "b") && apart.isStronger("c", than: "d") && !apart.isStronger("a", than: "d"))
    #expect(apart.models.map(\.rank) == [1, 1, 2, 2])
    #expect(abs(apart.models[0].strength.value - (1000 + 200 * log10(4))) < 1e-4)

    let none = ArenaRanking([])
    #expect(none.models.isEmpty && none.matrix.models.isEmpty)
  }

  @Test("a model that never loses has a finite strength above all others, and the note says why")
  func neverLoses() {
    var votes = simulated([0, 0.3], votesEach: 30, seed: 1)
    votes += (0..<20).map { ArenaVote(a: "m\($0 % 2)", b: "best", winner: .b) }
    let ranking = ArenaRanking(votes)
    #expect(ranking.models.first?.name == "best" && ranking.models.map(\.rank) == [1, 2, 2])
    #expect(ranking.models.allSatisfy { $0.strength.value.isFinite })
    #expect(ranking.notes.contains { $0.hasPrefix("best never lost") })
    #expect(!ranking.fit.hasMaximum)
  }
}
