// A grammar unrolled into what may still be said after each word.

/// A network of points in the text. A point says one token and leads to the next point, or it is a fork. The end of a
/// document leads back to the start of the next one.
///
/// A rule becomes a stretch of points for each place it may return to, so the network is larger than the grammar: it
/// holds, for every word, what that word's document has settled so far. Points with the same future are one.
struct Continuations: Sendable {
  enum Point: Hashable, Sendable {
    /// The number of the token in `tokens`.
    case say(token: Int, next: Int)
    case fork([Way])
  }

  struct Way: Hashable, Sendable {
    let probability: Double
    let next: Int
  }

  let points: [Point]
  let tokens: [String]
  let tokenNumbers: [String: Int]
  /// The point before the first token of a document.
  let start = 0

  init(_ grammar: Grammar) {
    var unrolling = Unrolling(grammar: grammar)
    // The end is the start: it is named before what it leads to is known.
    let end = unrolling.reserve()
    let first = unrolling.unroll(.rule(0), then: end)
    unrolling.points[end] = .fork([Way(probability: 1, next: first)])
    points = unrolling.points
    tokens = unrolling.tokens
    tokenNumbers = unrolling.tokenNumbers
  }

  /// The tokens that may be said at a point: each saying point that is reached through forks, with the probability of
  /// the way to it. A point reached in two ways is listed twice.
  func sayings(at point: Int) -> [(probability: Double, point: Int)] {
    var found: [(Double, Int)] = []
    func follow(_ point: Int, _ probability: Double) {
      switch points[point] {
      case .say: found.append((probability, point))
      case .fork(let ways): for way in ways { follow(way.next, probability * way.probability) }
      }
    }
    follow(point, 1)
    return found
  }
}

private struct Unrolling {
  private struct Stretch: Hashable {
    let rule: Int
    let end: Int
  }

  let grammar: Grammar
  var points: [Continuations.Point] = []
  private(set) var tokens: [String] = []
  private(set) var tokenNumbers: [String: Int] = [:]
  private var pointNumbers: [Continuations.Point: Int] = [:]
  private var stretches: [Stretch: Int] = [:]

  init(grammar: Grammar) { self.grammar = grammar }

  /// The point from which the phrase is said, and then what `end` says.
  mutating func unroll(_ phrase: Phrase, then end: Int) -> Int {
    switch phrase {
    case .token(let token):
      return number(of: .say(token: number(ofToken: token), next: end))
    case .sequence(let parts):
      return parts.reversed().reduce(end) { unroll($1, then: $0) }
    case .choice(let branches):
      let ways = branches.map {
        Continuations.Way(probability: $0.probability, next: unroll($0.phrase, then: end))
      }
      return number(of: .fork(ways))
    case .rule(let rule):
      let stretch = Stretch(rule: rule, end: end)
      if let known = stretches[stretch] { return known }
      // A rule that comes back to itself finds its own point here.
      let entry = reserve()
      stretches[stretch] = entry
      let first = unroll(grammar.phrases[rule], then: end)
      points[entry] = .fork([Continuations.Way(probability: 1, next: first)])
      return entry
    }
  }

  /// A point whose ways are filled in later.
  mutating func reserve() -> Int {
    points.append(.fork([]))
    return points.count - 1
  }

  private mutating func number(of point: Continuations.Point) -> Int {
    if let known = pointNumbers[point] { return known }
    points.append(point)
    pointNumbers[point] = points.count - 1
    return points.count - 1
  }

  private mutating func number(ofToken token: String) -> Int {
    if let known = tokenNumbers[token] { return known }
    tokens.append(token)
    tokenNumbers[token] = tokens.count - 1
    return tokens.count - 1
  }
}
