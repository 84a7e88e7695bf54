// What a learner's patience is asked.

let probes = Probes {
  Probe("the run of the task", points: 2) { ended([3, 2, 1.5, 1.6, 1.4, 1.5, 1.7, 1.2], 20, 2, 0) }
  Probe("a run that never loses patience", points: 1) { ended([3, 2, 1, 0.9, 0.8], 10, 2, 0) }
  Probe("rises with gains between them", points: 2) {
    [ended([3, 3.1, 2.8, 2.9, 2.7, 2.8, 2.6, 2.7], 5, 2, 0), ended([3, 2, 2.5, 2.4, 2.3, 2.2, 1], 5, 3, 0)]
  }
  Probe("gains that are too small", points: 2) {
    [ended([2, 1.999, 1.998, 1.997, 1], 10, 3, 0.01), ended([2, 1.995, 1.985, 1.98, 1.5], 10, 3, 0.01)]
  }
  Probe("no patience asked for, and no evaluations", points: 1) {
    [ended([1, 2, 3, 4], 10, 0, 0), ended([], 10, 2, 0)]
  }
  Probe("losses that are no numbers", points: 2) {
    [
      ended([3, 2, .nan, .nan, 1], 10, 2, 0), ended([.nan, .nan, .nan], 10, 2, 0), ended([.nan, 2, 3, 1, 4], 10, 2, 0),
    ]
  }
  Probe("random curves", points: 3) { random in
    (0..<12).map { _ in
      let losses = (0..<random.integer(in: 3...25)).map { 4 / Double($0 + 1) + Double(random.uniform(in: 0...1)) }
      return ended(losses, 25, random.integer(in: 1...4), 0)
    }
  }
}

func ended(_ losses: [Double], _ every: Int, _ patience: Int, _ least: Double) -> [Int] {
  earlyStop(heldOutLosses: losses, every: every, patience: patience, least: least)
    + [stepsSaved(heldOutLosses: losses, every: every, patience: patience, least: least)]
}
