// What a learner's training is asked. The weights that it returns are judged on text that it has never seen.

let probes = Probes {
  Probe("targets are the tokens that follow", points: 2) {
    rows(of: trainingBatch(of: [5, 6, 7, 8, 9, 10, 11], starts: [0, 2], time: 3))
  }
  Probe("a window may end where the text ends", points: 1) {
    rows(of: trainingBatch(of: [3, 1, 4, 1, 5], starts: [0], time: 4))
  }
  Probe("a step returns the loss and makes the next one smaller", points: 3, tolerance: .relative(2e-3)) { random in
    try losses(onBatches: 1, random)
  }
  Probe("gradients of one step do not reach the next", points: 2, tolerance: .relative(2e-3)) { random in
    try losses(onBatches: 4, random)
  }
  Probe(
    "150 steps are enough to write announcements", points: 4,
    needs: ["a step returns the loss and makes the next one smaller"]
  ) { random in
    try trained(announcements(), steps: 150, random)
  } accept: {
    try knows(announcements(), $0, steps: 150, margin: 0.2)
  }
}

/// Boats, each of which goes to one island only.
func announcements() throws -> Grammar {
  let boats = [("ferry", "Birk"), ("cutter", "Sandholm"), ("steamer", "Ravn"), ("barge", "Ostrey")]
  let news = boats.map { boat, island in
    Rule(
      "\(boat) news",
      [
        "The \(boat) [does] at [hour] and goes to \(island).",
        "At [hour] the \(boat) [does], bound for \(island).",
      ])
  }
  return try Grammar(
    [Rule("announcement", boats.map { "[\($0.0) news]" })] + news
      + [Rule("does", ["leaves": 3, "departs": 1]), Rule("hour", ["six", "seven", "nine", "noon"])])
}

/// The losses of eight steps of a new model, which meets the batches in turn.
func losses(onBatches count: Int, _ random: ProbeRandom) throws -> [Float] {
  let grammar = try announcements()
  let text = text(40, of: grammar, seed: random.seed())
  let batches = (0..<count).map { _ in
    trainingBatch(of: text, starts: random.integers(4, in: 0...text.count - 17), time: 16)
  }
  let model = GPT(sizes(grammar), seed: random.seed())
  var optimizer = AdamW()
  return try (0..<8).map { step in
    try trainingStep(model, on: batches[step % count], optimizer: &optimizer, learningRate: 0.01)
  }
}
