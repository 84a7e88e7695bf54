// What only the judge asks.

let probes = Probes {
  Probe("domains that are alike stay as they are", points: 1) {
    aligned([[1, 4], [3, 0], [2, 2]], to: [[3, 0], [1, 4], [2, 2]])
  }
  Probe("random means and spreads", points: 2) { random in
    let (means, spreads) = spreads(of: random.normal(9, 4))
    return [means, spreads]
  }
  Probe("a large random target, far away", points: 2) { random in
    aligned(random.normal(10, 5), to: random.normal(40, 5).map { $0.map { $0 * 0.2 - 30 } })
  }
}
