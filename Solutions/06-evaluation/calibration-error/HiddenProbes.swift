// What only the judge asks.

let probes = Probes {
  Probe("other random bins", points: 2, tolerance: .absolute(1e-9)) { random in
    bins(
      random.integers(40, in: 1...999).map { (Double($0) + 0.37) / 1001 },
      random.integers(40, in: 0...1).map { $0 == 1 }, count: random.integer(in: 3...9))
  }
  Probe("one bin for all", points: 1, tolerance: .absolute(1e-9)) {
    calibrationError([0.2, 0.4, 0.9], [true, true, false], count: 1)
  }
  Probe("certain, and wrong", points: 1, tolerance: .absolute(1e-9)) {
    [brier([1, 1], [false, false]), calibrationError([1, 1], [false, false], count: 10)]
  }
}
