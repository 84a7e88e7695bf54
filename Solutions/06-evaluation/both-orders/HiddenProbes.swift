// What only the judge asks.

let probes = Probes {
  Probe("random places", points: 2) { random in
    (0..<8).map { _ in
      byPlace(
        (0..<random.integer(in: 1...25)).map { _ in
          ["a", "b", random.pick(["first", "second", "tie"]), random.pick(["first", "second", "tie"])]
        })
    }
  }
  Probe("no pair, and one model", points: 1) { [wins(models: ["a", "b"], pairs: []), wins(models: ["a"], pairs: [])] }
  Probe("a judge that always takes the first", points: 1) {
    wins(models: ["p", "q"], pairs: (0..<6).map { _ in ["p", "q", "first", "first"] })
  }
}
