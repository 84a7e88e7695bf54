// What only the judge asks.

let probes = Probes {
  Probe("a row more in one run changes nothing", points: 2, tolerance: .absolute(1e-9)) {
    let a = ["q1": 2.0, "q2": 1, "q3": 0.5]
    let b = ["q1": 1.0, "q2": 1.5, "q3": 0.25, "aa": 100, "q9": 7]
    let draws = [[0, 1, 2], [2, 2, 1], [0, 0, 0], [5, 3, 8]]
    return [difference(a, b, draws: draws), difference(b, a, draws: draws)]
  }
  Probe("random intervals, random verdicts", points: 2, tolerance: .absolute(1e-6)) { random in
    (0..<6).map { _ -> String in
      let middle = Double(random.integer(in: -3...3))
      return verdict([middle, middle - Double(random.integer(in: 0...3)), middle + Double(random.integer(in: 0...3))])
    }
  }
}
