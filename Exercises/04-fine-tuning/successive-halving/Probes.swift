// What a learner's search is asked.

let probes = Probes {
  Probe("the plan of the task", points: 2) { plan(settings: 9, steps: 27) }
  Probe("few settings, and many", points: 3) {
    [
      plan(settings: 1, steps: 10), plan(settings: 3, steps: 10), plan(settings: 4, steps: 10),
      plan(settings: 6, steps: 24), plan(settings: 10, steps: 27), plan(settings: 100, steps: 50),
    ]
  }
  Probe("who goes on in the task", points: 1) { survivors([0.9, 0.3, 0.5, 0.4]) }
  Probe("equal losses, and losses that are no numbers", points: 3) {
    [
      survivors([0.5, 0.5, 0.5, 0.5]), survivors([.nan, 0.7, .nan, 0.2, 0.4]),
      survivors([.nan, .nan, .nan, .infinity]),
      survivors([2]), survivors([]),
    ]
  }
  Probe("the cost of the task, and others", points: 2) {
    [cost(settings: 9, steps: 27), cost(settings: 3, steps: 27), cost(settings: 10, steps: 27)]
  }
  Probe("random searches", points: 2) { random in
    (0..<6).map { _ in cost(settings: random.integer(in: 1...60), steps: random.integer(in: 5...100)) }
      + survivors(random.integers(9, in: 0...99).map { Double($0) })
  }
}
