// One verdict of a judge who saw two answers in both orders.

/// Votes in which a judge's two verdicts on the same answers, one in each order, became one: that on which both agree,
/// else a tie. Whoever prefers the first answer whatever it says has said nothing about the models.
public struct SettledVotes: Equatable, Sendable {
  /// In the order in which each was first voted on.
  public let votes: [ArenaVote]
  /// How many pairs of answers were judged in both orders.
  public let bothOrders: Int
  /// In how many of these the verdicts differed.
  public let inconsistent: Int

  public init(_ votes: [ArenaVote]) {
    struct Key: Hashable { var judge, prompt, one, other: String }
    var order: [Key?] = []
    var groups: [Key: [ArenaVote]] = [:]
    var alone: [ArenaVote] = []
    for vote in votes {
      // Without a prompt nobody knows which two belong together.
      guard !vote.prompt.isEmpty else {
        order.append(nil)
        alone.append(vote)
        continue
      }
      let key = Key(judge: vote.judge, prompt: vote.prompt, one: min(vote.a, vote.b), other: max(vote.a, vote.b))
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(vote)
    }
    var settled: [ArenaVote] = []
    var (bothOrders, inconsistent) = (0, 0)
    var rest = alone[...]
    for key in order {
      guard let key, let group = groups[key] else {
        if let vote = rest.popFirst() { settled.append(vote) }
        continue
      }
      guard Set(group.map(\.a)).count == 2 else {
        settled += group
        continue
      }
      bothOrders += 1
      var verdict = group[0].ordered
      if group.contains(where: { $0.ordered.winner != verdict.winner }) {
        inconsistent += 1
        verdict.winner = .tie
      }
      settled.append(verdict)
    }
    (self.votes, self.bothOrders, self.inconsistent) = (settled, bothOrders, inconsistent)
  }
}
