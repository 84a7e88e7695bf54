// What only the judge asks.
import StepRecords

let probes = Probes {
  Probe("two words of one kind", points: 2, tolerance: near) { pattern(of: [0, 0], vocabulary: 1, places: 2) }
  Probe("a hundred places", points: 2, tolerance: near) {
    pattern(of: (0..<100).map { $0 % 3 }, vocabulary: 3, places: 100)
  }
  Probe("random words of random lengths", points: 3, tolerance: near) { random in
    pattern(
      of: random.integers(random.integer(in: 2...20), in: 0...8), vocabulary: 9, places: random.integer(in: 20...30))
  }
}
