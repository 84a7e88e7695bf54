// What a learner's alignment is asked.

let probes = Probes {
  Probe("means and spreads of the example", points: 2) {
    let (means, spreads) = spreads(of: [[10, 1], [14, 3], [12, 2]])
    return [means, spreads]
  }
  Probe("the example of the task", points: 3) {
    aligned([[0, 5], [2, 5]], to: [[10, 1], [14, 3], [12, 2]])
  }
  Probe("a source that lies elsewhere is moved", points: 1) {
    aligned([[1, 2], [3, 6]], to: [[11, -2], [13, 2]])
  }
  Probe("a source that is too narrow is stretched", points: 2) {
    aligned([[-1], [1], [-1], [1]], to: [[-10], [10]])
  }
  Probe("a single text goes to the middle of the target", points: 1) {
    aligned([[7, 7]], to: [[1, 2], [3, 6]])
  }
  Probe("random domains", points: 2) { random in
    aligned(random.normal(8, 3).map { $0.map { $0 * 3 + 1 } }, to: random.normal(12, 3))
  }
}
