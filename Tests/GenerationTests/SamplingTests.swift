import Generation
import Tensors
import Testing

/// From logits to a distribution and to a token.
struct SamplingTests {
  static let logits = Tensor([1, 3, 2, 3, -.infinity, 0])
  static let all: [Sampling] = [
    .greedy, .temperature(1), .temperature(0.5), .topK(3), .topK(3, temperature: 2), .topP(0.8),
    .topP(0.8, temperature: 0.5), .topP(1), .topK(100), .topKThenTopP(4, 0.7),
  ]

  /// exp(x / temperature) for the tokens kept, over their sum.
  private func distribution(_ kept: [Int], temperature: Float = 1) -> [Float] {
    let weights = Self.logits.scalars.enumerated().map { id, logit in
      kept.contains(id) ? Tensor(logit / temperature).exp().item() : 0
    }
    return weights.map { $0 / weights.reduce(0, +) }
  }

  private func expect(
    _ sampling: Sampling, gives expected: [Float], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = sampling.probabilities(Self.logits)
    if let difference = found.difference(from: Tensor(expected), relative: 0, absolute: 1e-6) {
      Issue.record("\(sampling): \(difference)", sourceLocation: sourceLocation)
    }
  }

  @Test("a temperature divides the logits")
  func temperature() {
    expect(.temperature(1), gives: distribution([0, 1, 2, 3, 5]))
    expect(.temperature(0.5), gives: distribution([0, 1, 2, 3, 5], temperature: 0.5))
  }

  @Test("the smallest temperature takes the likeliest tokens, and the largest takes all alike")
  func extremeTemperatures() {
    expect(.temperature(.leastNonzeroMagnitude), gives: [0, 0.5, 0, 0.5, 0, 0])
    expect(.temperature(.greatestFiniteMagnitude), gives: [0.2, 0.2, 0.2, 0.2, 0, 0.2])
  }

  @Test("top-k keeps the k likeliest; of two alike the first")
  func topK() {
    expect(.topK(1), gives: distribution([1]))
    expect(.topK(3), gives: distribution([1, 2, 3]))
    expect(.topK(3, temperature: 2), gives: distribution([1, 2, 3], temperature: 2))
    expect(.topK(100), gives: distribution([0, 1, 2, 3, 5]))
  }

  @Test("top-p keeps the fewest tokens that have p together; of two alike the first")
  func topP() {
    // 0.39, 0.39, 0.14, 0.05, 0.02 for tokens 1, 3, 2, 0, 5
    expect(.topP(0.1), gives: distribution([1]))
    expect(.topP(0.4), gives: distribution([1, 3]))
    expect(.topP(0.8), gives: distribution([1, 2, 3]))
    expect(.topP(0.95), gives: distribution([0, 1, 2, 3]))
    expect(.topP(1), gives: distribution([0, 1, 2, 3, 5]))
    // At half the temperature the two likeliest have 0.87.
    expect(.topP(0.8, temperature: 0.5), gives: distribution([1, 3], temperature: 0.5))
  }

  @Test("top-k and then top-p keep the nucleus of the k likeliest")
  func both() {
    // 0.42, 0.42, 0.16 for tokens 1, 3, 2
    expect(.topKThenTopP(3, 0.4), gives: distribution([1]))
    expect(.topKThenTopP(3, 0.8), gives: distribution([1, 3]))
    expect(.topKThenTopP(3, 1), gives: distribution([1, 2, 3]))
    expect(.topKThenTopP(100, 0.8, temperature: 0.5), gives: distribution([1, 3], temperature: 0.5))
  }

  @Test("rows of a batch are filtered each by itself, and the shape stays", arguments: all)
  func rows(_ sampling: Sampling) {
    var random = SeededRandom(seed: 3)
    let logits = Tensor.randomNormal([2, 3, 40], standardDeviation: 3, using: &random)
    let probabilities = sampling.probabilities(logits)
    #expect(probabilities.shape == [2, 3, 40])
    for (i, j) in [(0, 0), (0, 2), (1, 1)] {
      #expect(probabilities[i, j].scalars == sampling.probabilities(logits[i, j]).scalars, "\(i), \(j)")
    }
    #expect(probabilities.sum(axis: -1).difference(from: .ones(2, 3), relative: 0, absolute: 1e-5) == nil)
  }

  @Test("tokens are drawn as often as their probabilities say", arguments: all)
  func frequencies(_ sampling: Sampling) {
    let draws = 4000
    var random = SeededRandom(seed: 11)
    var counts = [Int](repeating: 0, count: Self.logits.count)
    for _ in 0..<draws { counts[sampling.choose(from: Self.logits, using: &random)] += 1 }
    var chiSquare: Float = 0
    for (count, probability) in zip(counts, sampling.probabilities(Self.logits).scalars) {
      let expected = probability * Float(draws)
      guard expected > 0 else {
        #expect(count == 0)
        continue
      }
      chiSquare += (Float(count) - expected) * (Float(count) - expected) / expected
    }
    // With four degrees of freedom more than 18.5 comes once in a thousand seeds.
    #expect(chiSquare < 18.5, "\(counts)")
  }

  @Test("the top 300 of many tokens are as exact as the top 30", arguments: [30, 300])
  func manyTokens(_ count: Int) {
    var random = SeededRandom(seed: 8)
    let logits = Tensor.randomNormal([5000], using: &random)
    let kept = Sampling.topK(count).probabilities(logits).scalars.enumerated().filter { $1 > 0 }.map(\.offset)
    let threshold = logits.scalars.sorted(by: >)[count - 1]
    #expect(kept == logits.scalars.enumerated().filter { $1 >= threshold }.map(\.offset))
  }
}
