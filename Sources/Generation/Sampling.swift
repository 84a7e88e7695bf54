// How the next token is chosen.

import Tensors

/// A rule that makes a distribution of a model's logits and draws from it. A value without state: the random numbers
/// come from outside.
///
/// ```swift
/// Sampling.topP(0.9, temperature: 0.8).probabilities(model(ids)[-1])     // [vocabularySize], most of them 0
/// ```
public enum Sampling: Sendable, Equatable {
  /// The likeliest token.
  case greedy
  /// Any token, by `softmax(logits / temperature)`: below 1 likely tokens gain, above 1 unlikely ones do.
  case temperature(Float)
  /// The k likeliest tokens only (Fan et al. 2018), at a temperature.
  case topK(Int, temperature: Float = 1)
  /// The likeliest tokens only, as few as have the probability p together: the nucleus (Holtzman et al. 2020, section
  /// 3.1), at a temperature.
  case topP(Float, temperature: Float = 1)
  /// The k likeliest tokens, and of these the nucleus that has the probability p among them.
  case topKThenTopP(Int, Float, temperature: Float = 1)

  /// The distribution that tokens are drawn from: 0 for those that are filtered out. Of equally likely tokens the one
  /// with the lower id counts as likelier. Stops if there can be no such sampling; `check()` throws then.
  ///
  /// - Parameter logits: `[…, vocabularySize]`; so is the result, whose last axis sums to 1.
  public func probabilities(_ logits: Tensor) -> Tensor {
    do { try check() } catch { stop("Sampling: \(error)") }
    let logits = logits.constant
    // The largest becomes 0, so that a small temperature cannot make infinities.
    let all = ((logits - logits.max(axis: -1, keepDims: true)) / temperature).softmax()
    if case .temperature = self { return all }

    let (logitScalars, allScalars, width) = (logits.scalars, all.scalars, logits.shape[logits.rank - 1])
    var probabilities = [Float](repeating: 0, count: all.count)
    for start in stride(from: 0, to: all.count, by: width) {
      let row = Array(allScalars[start..<start + width])
      let kept = kept(ofLogits: Array(logitScalars[start..<start + width]), probabilities: row)
      let sum = kept.reduce(0) { $0 + row[$1] }
      for id in kept { probabilities[start + id] = row[id] / sum }
    }
    return Tensor(probabilities, shape: logits.shape)
  }

  /// A token drawn from the distribution. Greedy takes no random number, the others one.
  ///
  /// - Parameter logits: `[vocabularySize]`
  public func choose(from logits: Tensor, using random: inout SeededRandom) -> Int {
    if self == .greedy { return logits.argmax() }
    let probabilities = probabilities(logits).scalars
    var rest = random.uniform() * probabilities.reduce(0, +)
    var chosen = 0
    for (id, probability) in probabilities.enumerated() where probability > 0 {
      chosen = id
      if rest < probability { break }
      rest -= probability
    }
    return chosen
  }

  private var temperature: Float {
    switch self {
    case .greedy: 1
    case .temperature(let temperature), .topK(_, let temperature), .topP(_, let temperature),
      .topKThenTopP(_, _, let temperature):
      temperature
    }
  }

  /// The tokens that may be drawn.
  private func kept(ofLogits logits: [Float], probabilities: [Float]) -> [Int] {
    switch self {
    case .greedy: return logits.indicesOfLargest(1)
    case .temperature: return Array(logits.indices)
    case .topK(let count, _): return logits.indicesOfLargest(count)
    case .topP(let mass, _):
      // Tokens below this have less than 1 - p together, so the nucleus is among the others; sorting is what costs.
      let least = (1 - mass) / Float(logits.count)
      let likely = probabilities.indices.filter { probabilities[$0] >= least }.sorted(by: logits.isLarger)
      return Self.nucleus(likely, probabilities, mass: mass)
    case .topKThenTopP(let count, let mass, _):
      let likely = logits.indicesOfLargest(count)
      return Self.nucleus(likely, probabilities, mass: mass * likely.reduce(0) { $0 + probabilities[$1] })
    }
  }

  /// The first of some tokens, the likeliest first, that have a probability together.
  private static func nucleus(_ likely: [Int], _ probabilities: [Float], mass: Float) -> [Int] {
    var sum: Float = 0
    let last = likely.firstIndex { id in
      sum += probabilities[id]
      return sum >= mass
    }
    return Array(likely.prefix(last.map { $0 + 1 } ?? likely.count))
  }
}

extension [Float] {
  /// The places of the `count` largest, the largest first; of equal ones the earlier is first.
  func indicesOfLargest(_ count: Int) -> [Int] {
    // Inserting is fast for a few only.
    guard count < 256, count < self.count else { return Array<Int>(indices.sorted(by: isLarger).prefix(count)) }
    var largest: [Int] = []
    for index in indices {
      if largest.count == count {
        guard self[index] > self[largest[count - 1]] else { continue }
        largest.removeLast()
      }
      largest.insert(index, at: largest.firstIndex { self[$0] < self[index] } ?? largest.endIndex)
    }
    return largest
  }

  fileprivate func isLarger(_ a: Int, _ b: Int) -> Bool { self[a] > self[b] || (self[a] == self[b] && a < b) }
}
