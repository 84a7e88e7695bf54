// What only the judge asks: gradients that were left over, and a training in another language.

let probes = Probes {
  Probe("random windows of a random text", points: 2) { random in
    rows(of: trainingBatch(of: random.integers(50, in: 0...99), starts: random.integers(6, in: 0...39), time: 10))
  }
  Probe("gradients from before the first step do not matter", points: 2, tolerance: .relative(2e-3)) { random in
    try lossesAfterLeftovers(random)
  }
  Probe("200 steps are enough to write timetables", points: 4) { random in
    try trained(timetable(), steps: 200, random)
  } accept: {
    try knows(timetable(), $0, steps: 200, margin: 0.26)
  }
}

/// What is fixed by the day stands several words behind it.
func timetable() throws -> Grammar {
  let days = [
    ("Monday", "six", "mail"), ("Tuesday", "eight", "milk"), ("Friday", "noon", "bread"), ("Sunday", "ten", "band"),
  ]
  let entries = days.map { day, hour, cargo in
    Rule("\(day) entry", ["On \(day) the [boat] brings the \(cargo) [often] at \(hour) to pier [pier]."])
  }
  return try Grammar(
    [Rule("entry", days.map { "[\($0.0) entry]" })] + entries
      + [
        Rule("boat", ["ferry", "cutter"]), Rule("often", ["always": 2, "mostly": 1]),
        Rule("pier", ["one", "two", "three"]),
      ])
}

/// The losses of four steps of a model that has a gradient already.
func lossesAfterLeftovers(_ random: ProbeRandom) throws -> [Float] {
  let grammar = try timetable()
  let text = text(40, of: grammar, seed: random.seed())
  let model = GPT(sizes(grammar), seed: random.seed())
  let batches = try Batches.windows(of: text, time: 16, size: 4, seed: random.seed())
  (try model.loss(batches[7]) * -20).backward()
  var optimizer = AdamW()
  return try (0..<4).map { step in
    try trainingStep(model, on: batches[step], optimizer: &optimizer, learningRate: 0.01)
  }
}
