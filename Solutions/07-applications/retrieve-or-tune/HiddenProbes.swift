// What only the judge asks.

let probes = Probes {
  Probe("much is learnt, and something is lost", points: 2) { random in
    (0..<10).map { _ in
      let before = random.integers(40, in: 0...1).map { $0 == 1 }
      return forgotten(
        before: before, after: before.map { $0 ? random.integer(in: 0...3) > 0 : random.integer(in: 0...1) == 1 })
    }
  }
  Probe("a way that keeps enough once, and not three times", points: 2) {
    let careless = ["adding": 1, "answering": 0.001, "keeps": 0.9, "cites": 1]
    let careful = ["adding": 5, "answering": 0.001, "keeps": 0.99, "cites": 1]
    return (0..<5).map { choice([careless, careful], changes: $0, questions: 10, keeping: 0.8, mustCite: true) }
  }
}
