// What only the judge asks.

let probes = Probes {
  Probe("random plans", points: 2) { random in
    (0..<6).map { _ in plan(settings: random.integer(in: 1...90), steps: random.integer(in: 1...90)) }
  }
  Probe("random losses, some of them no numbers", points: 1) { random in
    survivors(random.integers(11, in: 0...7).map { $0 == 0 ? .nan : Double($0) })
  }
  Probe("few steps for many settings", points: 1) { [cost(settings: 40, steps: 5), cost(settings: 40, steps: 1)] }
}
