// What has to be said beside a ranking.

extension ArenaRanking {
  /// Sentences about what the votes cannot say; empty if there is nothing to say.
  public var notes: [String] {
    var notes: [String] = []
    let groups = matrix.groups.map { $0.map { matrix.models[$0] } }
    if groups.count > 1 {
      let lists = groups.map { $0.joined(separator: ", ") }.joined(separator: " | ")
      notes.append(
        "No vote joins these groups, so ranks and numbers compare models of one group only: \(lists).")
    }
    if matrix.models.count > 1, models.allSatisfy({ $0.wins == 0 }) {
      notes.append("All votes are ties: nothing tells the models apart.")
    } else if !fit.hasMaximum {
      let never = [
        ("lost", models.filter { $0.losses + $0.ties == 0 }), ("won", models.filter { $0.wins + $0.ties == 0 }),
      ]
      .filter { !$0.1.isEmpty }.map { verb, models in "\(models.map(\.name).joined(separator: ", ")) never \(verb)" }
      notes.append(
        (never.isEmpty ? "Some models never lost to some others" : never.joined(separator: "; "))
          + ": no finite strength is the likeliest, so an imaginary win and loss of each model are counted too.")
    }
    if inconsistent > 0 {
      notes.append(
        "\(inconsistent) time\(inconsistent == 1 ? "" : "s") a judge preferred another answer when both changed places; "
          + "that counts as a tie.")
    }
    if Set(models.map(\.rank)).count == 1, models.count > 1 {
      notes.append("These votes cannot tell any two of the models apart; more votes may.")
    }
    return notes
  }
}
