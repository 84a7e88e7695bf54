// What a learner's examples are asked.

let probes = Probes {
  Probe("the row of the task", points: 2) { example(prompt: [7, 8, 9], answer: [5], end: 0, most: 5) }
  Probe("a row that fits", points: 2) { example(prompt: [7, 8], answer: [5, 6], end: 1, most: 6) }
  Probe("no prompt, and no answer", points: 2) {
    [example(prompt: [], answer: [4], end: 0, most: 9), example(prompt: [4], answer: [], end: 0, most: 9)]
  }
  Probe("the prompt is cut, never the answer", points: 2) {
    [
      example(prompt: [1, 2, 3, 4], answer: [8, 9], end: 0, most: 4),
      example(prompt: [1, 2], answer: [7, 8, 9], end: 0, most: 4),
    ]
  }
  Probe("the loss of what is learnt", points: 3, tolerance: .absolute(1e-9)) {
    [
      loss([0.9, 0.01, 0.5, 0.25], marks: [0, 0, 1, 1]), loss([0.1, 0.2], marks: [0, 0]),
      loss([1, 0.125], marks: [1, 1]),
    ]
  }
  Probe("random rows", points: 2) { random in
    (0..<12).flatMap { _ in
      example(
        prompt: random.integers(random.integer(in: 0...9), in: 1...99),
        answer: random.integers(random.integer(in: 0...5), in: 1...99), end: 0, most: random.integer(in: 3...12))
    }
  }
}
