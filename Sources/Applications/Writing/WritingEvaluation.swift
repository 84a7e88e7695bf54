// Whether orders are followed, and how much the texts differ.
public import Corpora
public import Evaluation

/// Texts that were written to order, judged by what no writer is shown: the grammar of their kind.
public struct WritingEvaluation: Sendable {
  public struct Outcome: Sendable {
    public let text: String
    /// Whether the conditions hold.
    public let isFollowed: Bool
    /// Whether the grammar of the kind could have written it, word for word.
    public let isOfKind: Bool
    /// Whether the grammar of letters in the tone that was ordered could have; nil if none was ordered.
    public let hasTone: Bool?
  }
  public let outcomes: [Outcome]

  /// - Parameter write: writes one text.
  public init(
    _ orders: [WritingOrder], world: HarbourLines, _ write: (_ order: WritingOrder, _ number: Int) throws -> String
  ) rethrows {
    // Unrolling a grammar takes a while; a copy of a reader is cheap.
    var readers: [String: Reader] = [:]
    func canWrite(_ corpus: Corpus, _ text: String) -> Bool {
      var reader = readers[corpus.name] ?? Reader(corpus.grammar)
      readers[corpus.name] = reader
      return reader.logProbability(of: WordTokens.split(text + "\n\n")) > -.infinity
    }
    outcomes = try orders.enumerated().map { number, order in
      let text = try write(order, number)
      return Outcome(
        text: text, isFollowed: order.condition.verdict(on: text).holds, isOfKind: canWrite(order.kind, text),
        hasTone: order.tone.map { canWrite(world.letters($0), text) })
    }
  }

  public var followed: Estimate { share(\.isFollowed, of: outcomes) }
  public var ofKind: Estimate { share(\.isOfKind, of: outcomes) }
  /// Of the orders that ask for a tone.
  public var inTone: Estimate { share({ $0.hasTone == true }, of: outcomes.filter { $0.hasTone != nil }) }
  /// Everything that was asked for.
  public var allRight: Estimate { share({ $0.isFollowed && $0.isOfKind && $0.hasTone ?? true }, of: outcomes) }

  /// How much more of the orders are followed in everything than by another writer: from -1 to 1.
  public func gain(over other: WritingEvaluation) -> Estimate {
    func isRight(_ outcome: Outcome) -> Double {
      outcome.isFollowed && outcome.isOfKind && outcome.hasTone ?? true ? 1 : 0
    }
    return Bootstrap.mean(of: zip(outcomes, other.outcomes).map { isRight($0) - isRight($1) })
  }

  private func share(_ isRight: (Outcome) -> Bool, of outcomes: [Outcome]) -> Estimate {
    Estimate(share: outcomes.count(where: isRight), of: outcomes.count)
  }
}

/// How much texts differ: distinct-n, the share of their runs of n words that are different ones (Li et al., "A
/// diversity-promoting objective function for neural conversation models", 2016).
public enum DistinctNGrams {
  /// 0 to 1; 1 if no run of n words stands there twice. It falls with the number of texts: compare as many.
  public static func share(_ n: Int, in texts: [String]) -> Double {
    let grams = texts.flatMap { text -> [[String]] in
      let words = WordTokens.split(text)
      return words.count < n ? [] : (0...words.count - n).map { Array(words[$0..<$0 + n]) }
    }
    return grams.isEmpty ? 0 : Double(Set(grams).count) / Double(grams.count)
  }

  /// The mean of several groups of texts of one size with its interval.
  public static func estimate(_ n: Int, in groups: [[String]]) -> Estimate {
    Estimate(meanOfRuns: groups.map { share(n, in: $0) })
  }
}
