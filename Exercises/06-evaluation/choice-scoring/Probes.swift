// What a learner's scores are asked.

let probes = Probes {
  Probe("the longer drink of the task", points: 2, tolerance: .absolute(1e-9)) {
    scores(of: " Fish soup and a glass of rosé.", given: -139.7, alone: -125.2)
  }
  Probe("characters and bytes differ", points: 2, tolerance: .absolute(1e-9)) {
    [
      scores(of: "café", given: -10, alone: -2), scores(of: "plain", given: -10, alone: -12),
      scores(of: "", given: -3, alone: -3),
    ]
  }
  Probe("the winners of the task", points: 2) {
    winners(
      texts: [" Coffee.", " Fish soup and a glass of rosé."], given: [-45.5, -139.7], alone: [-35.1, -125.2])
  }
  Probe("of equal ones the first", points: 2) {
    winners(texts: ["ab", "cd", "ef"], given: [-4, -4, -5], alone: [-6, -6, -7])
  }
  Probe("the check without a model", points: 2) {
    [
      passedByShortest(items: [["one", "three", "seven"], ["eleven", "six"], ["a", "b"]], right: [0, 0, 0]),
      passedByShortest(items: [["é", "ab"], ["ab", "é"]], right: [0, 0]), passedByShortest(items: [], right: []),
    ]
  }
  Probe("random items", points: 2) { random in
    (0..<12).map { _ in
      let count = random.integer(in: 2...5)
      let texts = (0..<count).map { _ in
        String(
          (0..<random.integer(in: 1...12)).map { _ in random.pick(["a", "é", "s", "ß", "t", "漢", "n"]) as Character })
      }
      return winners(
        texts: texts, given: (0..<count).map { _ in Double(random.uniform(in: -30...0)) },
        alone: (0..<count).map { _ in Double(random.uniform(in: -30...0)) })
    }
  }
}
