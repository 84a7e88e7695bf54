// What only the judge asks.

let probes = Probes {
  Probe("slopes of a random function", points: 2) { random in
    let factors = random.normal(4).map { Double($0) }
    return gradient(
      of: { weights in zip(weights, factors).reduce(1) { $0 + $1.0 * $1.0 * $1.1 } },
      at: random.normal(4).map { Double($0) }, step: 0.05)
  }
  Probe("where it is flat, nothing moves", points: 1) {
    descend(from: [2, 5], rate: 1, steps: 3, gradient: { [0, $0[1] - 5] })
  }
  Probe("too high a rate leaves the bowl", points: 1) {
    descend(from: [1], rate: 1.1, steps: 5, gradient: { [2 * $0[0]] })
  }
  Probe("a long way through a curved valley", points: 2) { random in
    let start = [Double(random.uniform(in: -1...1)), Double(random.uniform(in: 1...2))]
    let path = descend(from: start, rate: 0.05, steps: 80) { [$0[0] * $0[1], $0[0] * $0[0] / 2 + $0[1] - 1] }
    return stride(from: 0, to: path.count, by: 10).map { path[$0] }
  }
}
