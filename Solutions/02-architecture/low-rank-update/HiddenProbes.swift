// What only the judge asks.

let probes = Probes {
  Probe("one input and many outputs", points: 1) {
    mergedWeight([[1], [2], [3]], down: [[2]], up: [[1], [0], [-1]], alpha: 0.5)
  }
  Probe("a random adapter of rank 3 is taken away", points: 2) { random in
    withoutAdapter(random.normal(4, 7), down: random.normal(3, 7), up: random.normal(4, 3), alpha: 8)
  }
  Probe("random square matrices of rank 2", points: 2) { random in
    mergedWeight(random.normal(5, 5), down: random.normal(2, 5), up: random.normal(5, 2), alpha: 8)
  }
}
