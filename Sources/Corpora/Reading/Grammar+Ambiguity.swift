// Whether some text can be written in two ways. If not, the entropy of the choices is the entropy of the text.

extension Grammar {
  /// The beginning of an endless text that can be written in two ways, up to where the two come together; nil if there
  /// is none, which makes `entropyPerToken` exact.
  ///
  /// Follows two readings of the same tokens at once, breadth first, through all pairs of points (Book et al. 1971). As
  /// the text goes on after a document, this also finds documents whose end cannot be told from their middle.
  public func ambiguousText() -> [String]? {
    var search = AmbiguitySearch(Continuations(self))
    return search.run()
  }
}

private struct AmbiguitySearch {
  /// Two points of the network that the same tokens lead to; the smaller first.
  private struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) {
      first = min(a, b)
      second = max(a, b)
    }
  }

  /// A pair to go on from, and how it was reached: from which earlier step, by which token.
  private struct Step {
    let pair: Pair
    let before: Int
    let token: Int
  }

  private struct Way {
    let token: Int
    let next: Int
  }

  private let continuations: Continuations
  private var steps: [Step]
  private var seen: Set<Pair> = []
  /// For each point the tokens that may be said there, in order, and where each leads; filled as needed.
  private var ways: [[Way]?]

  init(_ continuations: Continuations) {
    self.continuations = continuations
    steps = [Step(pair: Pair(continuations.start, continuations.start), before: -1, token: -1)]
    ways = Array(repeating: nil, count: continuations.points.count)
  }

  mutating func run() -> [String]? {
    var index = 0
    while index < steps.count {
      let pair = steps[index].pair
      let (left, right) = (ways(from: pair.first), ways(from: pair.second))
      var start = 0
      for (place, a) in left.enumerated() {
        // From one point the same way twice is one reading; two ways are two, even if they lead to the same point.
        if pair.first == pair.second {
          add(Pair(a.next, a.next), from: index, a.token)
          start = place + 1
        }
        while start < right.count, right[start].token < a.token { start += 1 }
        for b in right[start...].prefix(while: { $0.token == a.token }) {
          if a.next == b.next { return path(to: index) + [continuations.tokens[a.token]] }
          add(Pair(a.next, b.next), from: index, a.token)
        }
      }
      index += 1
    }
    return nil
  }

  private mutating func add(_ pair: Pair, from before: Int, _ token: Int) {
    if seen.insert(pair).inserted { steps.append(Step(pair: pair, before: before, token: token)) }
  }

  private mutating func ways(from point: Int) -> [Way] {
    if let known = ways[point] { return known }
    var result: [Way] = []
    for saying in continuations.sayings(at: point) {
      if case .say(let token, let next) = continuations.points[saying.point] {
        result.append(Way(token: token, next: next))
      }
    }
    result.sort { ($0.token, $0.next) < ($1.token, $1.next) }
    ways[point] = result
    return result
  }

  private func path(to index: Int) -> [String] {
    var tokens: [String] = []
    var index = index
    while steps[index].before >= 0 {
      tokens.append(continuations.tokens[steps[index].token])
      index = steps[index].before
    }
    return tokens.reversed()
  }
}
