// What a learner's search is asked.

let probes = Probes {
  Probe("the trap of the task, with two beams", points: 2) {
    beamSearch(trap, from: 1, end: 0, width: 2, longest: 5)
  }
  Probe("one beam is greedy", points: 2) {
    [
      beamSearch(trap, from: 2, end: 0, width: 1, longest: 5), beamSearch(trap, from: 3, end: 0, width: 1, longest: 5),
      beamSearch(deep, from: 1, end: 0, width: 1, longest: 6),
    ]
  }
  Probe("a short text that is finished holds its place", points: 3) {
    [2, 3].map { beamSearch(early, from: 1, end: 0, width: $0, longest: 8) }
  }
  Probe("the search ends after so many steps", points: 2) {
    [1, 2, 4].map { beamSearch(deep, from: 1, end: 0, width: 3, longest: $0) }
  }
  Probe("long texts", points: 1) { beamSearch(circle, from: 1, end: 0, width: 2, longest: 50).count }
  Probe("random tables", points: 3, needs: ["the trap of the task, with two beams"]) { random in
    (0..<12).map { _ in
      beamSearch(table(random, tokens: 7), from: 1, end: 0, width: random.integer(in: 1...5), longest: 6)
    }
  }
}

/// After 1 greedy takes the 2, from which nothing likely follows.
let trap = [[1, 0, 0, 0], [0, 0, 0.6, 0.4], [0.31, 0.29, 0.2, 0.2], [0.9, 0.1, 0, 0]]
/// The likeliest text is found with three beams only.
let deep = [
  [1, 0, 0, 0, 0], [0, 0, 0.5, 0.3, 0.2], [0.05, 0.2, 0.25, 0.26, 0.24], [0.2, 0.21, 0.19, 0.17, 0.23],
  [0.9, 0.04, 0.03, 0.02, 0.01],
]
/// A text of one token, and longer ones that begin likelier.
let early = [[1, 0, 0, 0], [0.3, 0, 0.7, 0], [0, 0, 0, 1], [0.4, 0.35, 0.25, 0]]
/// Nothing ever ends with much.
let circle = [[1, 0, 0], [0.001, 0.1, 0.899], [0.001, 0.898, 0.101]]

/// Random rows, with few likely tokens each.
func table(_ random: ProbeRandom, tokens: Int) -> [[Double]] {
  (0..<tokens).map { _ in
    let weights = (0..<tokens).map { _ in
      let value = Double(random.uniform(in: 0.02...1))
      return value * value * value
    }
    return weights.map { $0 / weights.reduce(0, +) }
  }
}
