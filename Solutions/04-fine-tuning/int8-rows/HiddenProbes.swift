// What only the judge asks.

let probes = Probes {
  Probe("an outlier in one of two groups", points: 1) {
    let row: [Float] = [0.1, -0.2, 0.15, 9, 0.1, -0.2, 0.15, 0.05]
    return [1, 4, 8].map { group in
      let numbers = wholeNumbers(row, group: group, largest: 7)
      return relativeError(row, readBack(numbers, steps: steps(row, group: group, largest: 7), group: group))
    }
  }
  Probe("random rows of other sizes", points: 2) { random in
    (0..<4).map { _ in
      let row = random.normal(random.integer(in: 1...30))
      let group = random.integer(in: 1...9)
      return [steps(row, group: group, largest: 127), wholeNumbers(row, group: group, largest: 127).map { Float($0) }]
    }
  }
}
