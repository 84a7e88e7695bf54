// What only the judge asks.

let probes = Probes {
  Probe("no positions, and one channel", points: 1) {
    [
      normalizeLayer([], scale: [1, 1], shift: [0, 0], epsilon: 1e-5),
      normalizeLayer([[3], [-5]], scale: [2], shift: [7], epsilon: 1e-5),
    ]
  }
  Probe("numbers far from zero keep their differences", points: 2, tolerance: .relative(2e-3)) {
    normalizeLayer([[10_000, 10_001, 10_002, 10_003]], scale: [1, 1, 1, 1], shift: [0, 0, 0, 0], epsilon: 1e-5)
  }
  Probe("more positions than channels", points: 2) { random in
    normalizeLayer(random.normal(20, 3), scale: random.normal(3), shift: random.normal(3), epsilon: 1e-3)
  }
  Probe("the result does not change when a row is moved and stretched", points: 3) { random in
    let row = random.normal(32), factor = random.uniform(in: 2...9), offset = random.uniform(in: -20...20)
    return normalizeLayer(
      [row, row.map { $0 * factor + offset }], scale: random.normal(32), shift: random.normal(32), epsilon: 1e-5)
  }
}
