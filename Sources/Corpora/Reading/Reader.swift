// The ideal reader of a grammar's text: it knows the grammar, and so the exact probability of every next token.

import Glibc

/// Reads the endless text of a grammar token by token, and knows after each the exact distribution of the next.
///
/// It keeps every point of the grammar at which the text may be now, with its probability given what was read (the
/// forward algorithm of a hidden Markov model). Its mean loss over a long text is the grammar's `entropyPerToken`: no
/// model does better. Making one unrolls the grammar; a copy is cheap and reads on its own.
public struct Reader: Sendable {
  private let continuations: Continuations
  /// Saying points in order, so that rounding is the same on every run; the probabilities make 1.
  private var beliefs: [(point: Int, probability: Double)] = []

  /// At the start of a document.
  public init(_ grammar: Grammar) {
    continuations = Continuations(grammar)
    beliefs = followed([(continuations.start, 1)])
  }

  /// The probability of each token that may come next; together 1. At a document's end, the next one's first token.
  public var distribution: [String: Double] {
    var result: [String: Double] = [:]
    for belief in beliefs {
      if case .say(let token, _) = continuations.points[belief.point] {
        result[continuations.tokens[token], default: 0] += belief.probability
      }
    }
    return result
  }

  /// Reads a token and gives the probability it had. A token that cannot come here has the probability 0 and is passed
  /// over: the reader then stays where it is.
  public mutating func read(_ token: String) -> Double {
    guard let number = continuations.tokenNumbers[token] else { return 0 }
    var reached: [(point: Int, probability: Double)] = []
    for belief in beliefs {
      if case .say(number, let next) = continuations.points[belief.point] {
        reached.append((next, belief.probability))
      }
    }
    let total = reached.reduce(0) { $0 + $1.probability }
    if total > 0 { beliefs = followed(reached.map { ($0.point, $0.probability / total) }) }
    return total
  }

  /// The saying points that these points lead to through forks.
  private func followed(_ reached: [(point: Int, probability: Double)]) -> [(point: Int, probability: Double)] {
    // Ways that come together are joined first: many lead to one point, and that point may lead to many.
    let joined = reached.reduce(into: [Int: Double]()) { $0[$1.point, default: 0] += $1.probability }
    var sums: [Int: Double] = [:]
    for (point, probability) in joined.sorted(by: { $0.key < $1.key }) {
      for saying in continuations.sayings(at: point) {
        sums[saying.point, default: 0] += probability * saying.probability
      }
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The logarithm of the probability of these tokens, given all that was read before: nats, `-infinity` if they are
  /// impossible.
  public mutating func logProbability(of tokens: some Sequence<String>) -> Double {
    var sum = 0.0
    for token in tokens {
      let probability = read(token)
      if probability == 0 { return -.infinity }
      sum += log(probability)
    }
    return sum
  }
}

extension Grammar {
  /// The exact probability of each token that may follow these, read from the start of a document; empty if they cannot
  /// be read. Unrolls the grammar each time; for many questions keep a `Reader`.
  public func nextTokenDistribution(after tokens: some Sequence<String>) -> [String: Double] {
    var reader = Reader(self)
    return reader.logProbability(of: tokens) > -.infinity ? reader.distribution : [:]
  }
}
