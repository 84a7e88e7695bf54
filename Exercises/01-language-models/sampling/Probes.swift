// What a learner's sampling is asked. Draws are judged by their counts.

let shares: [Float] = [0.05, 0.4, 0, 0.15, 0.1, 0.3]

let probes = Probes {
  Probe("the distribution of the task", points: 2) { samplingProbabilities([2, 1, 0], temperature: 2, topK: 2) }
  Probe("a low temperature sharpens, a high one flattens", points: 2) {
    [0.25, 1, 4].map { samplingProbabilities([1, 0, -1, 0.5], temperature: $0, topK: 4) }
  }
  Probe("of equal logits the first are kept", points: 1) {
    samplingProbabilities([1, 3, 1, 3, 1, -1], temperature: 1, topK: 3)
  }
  Probe("random logits", points: 2) { random in
    samplingProbabilities(
      random.normal(10).map { $0 * 3 }, temperature: random.uniform(in: 0.3...3), topK: random.integer(in: 2...7))
  }
  Probe("a certain token is always drawn", points: 1) {
    drawn(from: [0, 0, 1, 0], times: 20, seed: 5)
  }
  Probe("each index comes as often as its probability says", points: 3) { random in
    counts(of: drawn(from: shares, times: 4000, seed: random.seed()), below: shares.count)
  } accept: {
    fit($0, shares)
  }
  Probe("another seed gives other draws, the same seed the same", points: 2) {
    [7, 8, 7].map { drawn(from: shares, times: 60, seed: $0) }
  } accept: {
    onlyTheMiddleDiffers($0)
  }
}

func drawn(from probabilities: [Float], times: Int, seed: Int) -> [Int] {
  var random = SeededRandom(seed: seed)
  return (0..<times).map { _ in draw(from: probabilities, using: &random) }
}

func onlyTheMiddleDiffers(_ draws: [[Int]]) -> Bool {
  draws.count == 3 && draws[0] == draws[2] && draws[0] != draws[1]
}

/// How often each index came; last, how often something that is no index.
func counts(of indices: [Int], below limit: Int) -> [Int] {
  indices.reduce(into: Array(repeating: 0, count: limit + 1)) { $0[(0..<limit).contains($1) ? $1 : limit] += 1 }
}

/// Pearson's test of 4000 draws. The sum of (count - expected)² / expected has 4 degrees of freedom here, five possible
/// indices less one; an honest solution exceeds 40 with a probability of 4e-8.
func fit(_ counts: [Int], _ probabilities: [Float]) -> Bool {
  guard counts.count == probabilities.count + 1, counts.reduce(0, +) == 4000, counts.allSatisfy({ $0 >= 0 }) else {
    return false
  }
  var distance = 0.0
  for (count, probability) in zip(counts, probabilities + [0]) {
    let expected = 4000 * Double(probability)
    if expected == 0 {
      if count != 0 { return false }
    } else {
      distance += (Double(count) - expected) * (Double(count) - expected) / expected
    }
  }
  return distance < 40
}
