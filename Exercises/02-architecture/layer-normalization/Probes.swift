// What a learner's layer normalization is asked.

let probes = Probes {
  Probe("the row of the task", points: 2) {
    normalizeLayer([[1, 3]], scale: [10, 10], shift: [5, 6], epsilon: 0)
  }
  Probe("rows do not know of each other", points: 2) {
    normalizeLayer(
      [[1, 2, 3], [100, 300, 200], [-1, 0, 1]], scale: [1, 1, 1], shift: [0, 0, 0], epsilon: 1e-5)
  }
  Probe("a row of equal numbers becomes the shift", points: 1) {
    normalizeLayer([[4, 4, 4, 4]], scale: [1, 2, 3, 4], shift: [0, 1, 2, -1], epsilon: 1e-5)
  }
  Probe("epsilon is added to the variance", points: 1) {
    normalizeLayer([[0, 2, 4], [0, 0.2, 0.4]], scale: [1, 1, 1], shift: [0, 0, 0], epsilon: 0.5)
  }
  Probe("random rows", points: 2) { random in
    let channels = random.integer(in: 3...8)
    return normalizeLayer(
      random.normal(4, channels), scale: random.normal(channels), shift: random.normal(channels), epsilon: 1e-5)
  }
}
