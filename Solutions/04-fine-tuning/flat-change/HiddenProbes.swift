// What only the judge asks.

let probes = Probes {
  Probe("what is left of random matrices", points: 2, tolerance: .absolute(1e-4)) { random in
    without(numbers(3, 4, random), [0.5, -0.5, 0.5, 0.5])
  }
  Probe("single rounds on random matrices", points: 2, tolerance: .absolute(1e-5)) { random in
    [strongest(numbers(4, 3, random), rounds: 1), strongest(numbers(2, 5, random), rounds: 4)]
  }
  Probe("three directions of a matrix that has three", points: 1, tolerance: .absolute(1e-3)) {
    shares([[8, 0, 0, 0], [0, 0, 4, 0], [0, 2, 0, 0]], count: 3)
  }
}

func numbers(_ rows: Int, _ columns: Int, _ random: ProbeRandom) -> [[Double]] {
  (0..<rows).map { _ in random.integers(columns, in: -9...9).map { Double($0) + 0.5 } }
}
