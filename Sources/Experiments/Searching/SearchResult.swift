// What a search found: each combination with what came of it, the best, and those that are as good.
public import Evaluation

/// search.json of a search's folder.
public struct SearchResult: Codable, Equatable, Sendable {
  public struct Trial: Codable, Equatable, Sendable {
    public enum Status: String, Codable, Sendable {
      case finished
      /// By successive halving.
      case givenUp
      /// There was no time for it.
      case leftOut
      /// It was interrupted, or its time was over.
      case unfinished
      /// It diverged, or could not be made; `reason` says why.
      case failed
    }

    /// From 1.
    public var number: Int
    /// In the order of the plan's keys.
    public var values: [String]
    /// Of its runs, inside the search's folder; one a seed.
    public var folders: [String]
    public var status: Status
    /// How many steps each of its runs made, and how many they would be.
    public var steps: Int
    public var totalSteps: Int
    /// On the validation rows, with its interval: over seeds by Student's t if there are several, over rows else.
    public var score: Estimate?
    /// The score of each seed.
    public var scores: [Double]
    /// Of all its runs.
    public var seconds: Double
    public var reason: String?
    /// Whether it cannot be told apart from the best one.
    public var isTied: Bool
  }

  /// The keys that were varied.
  public var keys: [String]
  /// What is compared: `loss`, or the name of a metric.
  public var by: String
  public var isLowerBetter: Bool
  /// In the order of their numbers.
  public var trials: [Trial]
  /// The number of the best one; nil if none was finished.
  public var best: Int?
  public var seeds: Int
  /// Of training, in this and earlier sessions.
  public var seconds: Double

  /// Finished trials, the best first; of equal ones the earlier.
  public var ranking: [Trial] {
    trials.filter { $0.status == .finished && $0.score != nil }.sorted {
      let (a, b) = ($0.score?.value ?? .nan, $1.score?.value ?? .nan)
      return a == b ? $0.number < $1.number : (a < b) == isLowerBetter
    }
  }

  public func trial(_ number: Int) -> Trial? { trials.first { $0.number == number } }

  /// What may be said of the best one, and what not.
  public var conclusion: String {
    guard let best = best.flatMap({ trial($0) }) else { return "No combination was finished, so none is the best." }
    let name = zip(keys, best.values).map { "\($0) \($1)" }.joined(separator: ", ")
    let finished = ranking.count
    let tied = ranking.filter { $0.isTied && $0.number != best.number }.count
    let basis = seeds > 1 ? "over \(seeds) seeds" : "over the validation rows of one seed"
    guard finished > 1 else { return "Only one combination was finished: \(name)." }
    guard seeds > 1 || best.score.map({ $0.low < $0.high }) ?? false else {
      return
        "Best on the validation rows: \(name). Nothing tells whether that is more than chance: one seed was run, and "
        + "no rows were kept to compare by. Set evaluation.rows, or take several seeds."
    }
    let verdict =
      switch tied {
      case 0: "It is better than \(finished == 2 ? "the other" : "each of the \(finished - 1) others") (\(basis))."
      case finished - 1:
        "It cannot be told apart from \(finished == 2 ? "the other" : "any of the \(finished - 1) others") (\(basis)): "
          + "take the cheaper."
      default:
        "It cannot be told apart from \(tied) of the \(finished - 1) others, marked = (\(basis)): take the cheapest of these."
      }
    let luck = seeds > 1 ? "" : " Another seed may order them otherwise; several tell."
    return "Best on the validation rows: \(name). \(verdict)\(luck) The best of many looks better than it is; judge it "
      + "once on rows that no choice was made by."
  }
}
