// Who won how often against whom.

/// Votes counted by pairs of models.
public struct WinMatrix: Equatable, Sendable {
  /// In the order of their names; rows and columns of the counts.
  public let models: [String]
  /// `wins[i][j]`: how often model i was better than model j.
  public let wins: [[Int]]
  /// `ties[i][j]`: how often the two could not be told apart; symmetric.
  public let ties: [[Int]]

  public init(_ votes: [ArenaVote]) {
    models = Set(votes.flatMap { [$0.a, $0.b] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: models.enumerated().map { ($1, $0) })
    let none = [[Int]](repeating: [Int](repeating: 0, count: models.count), count: models.count)
    var (wins, ties) = (none, none)
    for vote in votes {
      guard let a = places[vote.a], let b = places[vote.b], a != b else { continue }
      switch vote.winner {
      case .a: wins[a][b] += 1
      case .b: wins[b][a] += 1
      case .tie:
        ties[a][b] += 1
        ties[b][a] += 1
      }
    }
    (self.wins, self.ties) = (wins, ties)
  }

  /// How often two models were compared.
  public func votes(_ i: Int, _ j: Int) -> Int { wins[i][j] + wins[j][i] + ties[i][j] }

  /// How often model i beat model j, 0 to 1, a tie counted half; nil if they never met.
  public func share(_ i: Int, _ j: Int) -> Double? {
    let votes = votes(i, j)
    return votes > 0 ? (Double(wins[i][j]) + Double(ties[i][j]) / 2) / Double(votes) : nil
  }

  /// The models by groups that votes join, directly or through others: numbers of different groups say nothing about
  /// each other. Places in ``models``.
  public var groups: [[Int]] {
    var groups: [[Int]] = []
    var isFound = [Bool](repeating: false, count: models.count)
    for start in models.indices where !isFound[start] {
      let group = reached(from: start) { votes($0, $1) > 0 }
      for place in group { isFound[place] = true }
      groups.append(group)
    }
    return groups
  }

  /// Whether the likelihood has a maximum among these models: however they are divided in two, each side has beaten, or
  /// tied with, one of the other (Ford 1957).
  func hasMaximum(_ group: [Int]) -> Bool {
    guard let first = group.first else { return true }
    func hasScored(_ i: Int, _ j: Int) -> Bool { wins[i][j] + ties[i][j] > 0 }
    return reached(from: first, by: hasScored).count == group.count
      && reached(from: first) { hasScored($1, $0) }.count == group.count
  }

  private func reached(from start: Int, by isJoined: (Int, Int) -> Bool) -> [Int] {
    var found = [start]
    var next = 0
    while next < found.count {
      for other in models.indices where !found.contains(other) && isJoined(found[next], other) { found.append(other) }
      next += 1
    }
    return found.sorted()
  }
}
