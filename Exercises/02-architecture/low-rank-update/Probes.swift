// What a learner's merging is asked.

let probes = Probes {
  Probe("the example of the task", points: 2) {
    mergedWeight([[1, 0], [0, 1]], down: [[1, 2]], up: [[3], [1]], alpha: 2)
  }
  Probe("three outputs, two inputs, rank 2", points: 2) {
    mergedWeight(
      [[1, 1], [2, 2], [3, 3]], down: [[1, 0], [0, 10]], up: [[1, 2], [3, 4], [5, 6]], alpha: 4)
  }
  Probe("a new adapter, whose B is zero, changes nothing", points: 1) {
    mergedWeight([[0.5, -2, 7]], down: [[1, 2, 3], [4, 5, 6]], up: [[0, 0]], alpha: 16)
  }
  Probe("what was merged can be taken away", points: 2) {
    withoutAdapter([[7, 12], [2, 5]], down: [[1, 2]], up: [[3], [1]], alpha: 2)
  }
  Probe("an adapter is small", points: 2) {
    [
      adapterParameters(inputs: 2, outputs: 2, rank: 1), adapterParameters(inputs: 160, outputs: 640, rank: 4),
      adapterParameters(inputs: 768, outputs: 768, rank: 8),
    ]
  }
  Probe("random matrices of rank 4", points: 2) { random in
    mergedWeight(random.normal(6, 5), down: random.normal(4, 5), up: random.normal(6, 4), alpha: 16)
  }
}
