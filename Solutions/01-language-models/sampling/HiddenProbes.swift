// What only the judge asks: numerical edges, another distribution, and whether draws know of one another.

let likely: [Float] = [0.1, 0.2, 0.3, 0.4]

let probes = Probes {
  Probe("a temperature near zero is nearly certain", points: 1) {
    samplingProbabilities([30, 20, 29.9, -50], temperature: 0.001, topK: 4)
  }
  Probe("one is kept, or more than there are", points: 2) {
    [1, 99].map { samplingProbabilities([0.5, -1, 2, 1.5], temperature: 0.7, topK: $0) }
  }
  Probe("the last index is drawn as often as it should be", points: 2) { random in
    var source = SeededRandom(seed: random.seed())
    return (0..<8000).map { _ in draw(from: likely, using: &source) }
  } accept: { indices in
    // Binomial: a standard deviation of √(8000 · 0.4 · 0.6) = 43.8. Six of them are left with a probability of 2e-9.
    indices.count == 8000 && abs(indices.filter { $0 == 3 }.count - 3200) < 263
  }
  Probe("one draw tells nothing about the next", points: 2) { random in
    var source = SeededRandom(seed: random.seed())
    return (0..<8000).map { _ in draw(from: likely, using: &source) }
  } accept: { indices in
    // Pearson's test of 4000 pairs: 16 kinds, 15 degrees of freedom; above 70 with a probability of 5e-9. The rarest
    // kind is expected 40 times.
    guard indices.count == 8000, indices.allSatisfy({ likely.indices.contains($0) }) else { return false }
    var counts = Array(repeating: 0.0, count: 16)
    for start in stride(from: 0, to: 8000, by: 2) { counts[indices[start] * 4 + indices[start + 1]] += 1 }
    let distance = counts.indices.reduce(0.0) { sum, kind in
      let expected = 4000 * Double(likely[kind / 4] * likely[kind % 4])
      return sum + (counts[kind] - expected) * (counts[kind] - expected) / expected
    }
    return distance < 70
  }
}
