// What a learner's comparison is asked.

let probes = Probes {
  Probe("the runs of the task", points: 3, tolerance: .absolute(1e-9)) {
    difference(
      ["pier": 1, "fare": 2, "gate": 3, "crew": 9], ["pier": 0.5, "fare": 1.5, "gate": 3.25],
      draws: [[0, 1, 2], [0, 0, 2], [1, 4, 7]])
  }
  Probe("rows that only one run has do not count", points: 2, tolerance: .absolute(1e-9)) {
    [
      difference(["x": 1, "y": 2, "only a": 50], ["y": 3, "x": 1.5, "only b": 70], draws: [[0, 1], [1, 1]]),
      difference(["x": 1, "y": 2], ["x": 1, "z": 2], draws: [[0]]),
      difference([:], ["x": 1], draws: [[0]]),
    ]
  }
  Probe("one mean of forty is left out at each end", points: 3, tolerance: .absolute(1e-9)) {
    let a = ["a": 0.0, "b": 0, "c": 0]
    let b = ["a": -1.0, "b": 0.5, "c": 2]
    return [
      difference(a, b, draws: (0..<40).map { [$0 == 7 ? 2 : $0 == 9 ? 0 : 1] }),
      difference(a, b, draws: (0..<39).map { [$0 == 7 ? 2 : $0 == 9 ? 0 : 1] }),
      difference(a, b, draws: (0..<80).map { [$0 % 3, $0 / 30] }),
    ]
  }
  Probe("verdicts", points: 3) {
    [
      verdict([-0.2, -0.3, -0.1]), verdict([0.2, 0.1, 0.4]), verdict([-0.2, -0.5, 0.1]), verdict([-0.2, -0.4, 0]),
      verdict([0, 0, 0]), verdict([]),
    ]
  }
  Probe("random runs", points: 2, tolerance: .absolute(1e-6)) { random in
    (0..<4).map { _ in
      let names = (0..<random.integer(in: 2...9)).map { "row \($0)" }
      func losses() -> [String: Double] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, Double(random.uniform(in: 0...3))) })
      }
      return difference(
        losses(), losses(),
        draws: (0..<random.integer(in: 1...90)).map { _ in random.integers(names.count, in: 0...20) })
    }
  }
}
