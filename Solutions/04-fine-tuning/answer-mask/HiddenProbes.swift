// What only the judge asks.

let probes = Probes {
  Probe("a prompt that is cut away whole", points: 1) {
    [example(prompt: [3, 4], answer: [5], end: 2, most: 3), example(prompt: [3, 4], answer: [5], end: 2, most: 2)]
  }
  Probe("random losses", points: 2, tolerance: .absolute(1e-9)) { random in
    (0..<8).map { _ in
      let count = random.integer(in: 1...20)
      return loss(
        (0..<count).map { _ in Double(random.uniform(in: 0.01...1)) }, marks: random.integers(count, in: 0...1))
    }
  }
}
