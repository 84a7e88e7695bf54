// What only the judge asks.

let probes = Probes {
  Probe("random texts", points: 3, tolerance: .absolute(1e-9)) { random in
    (0..<4).map { _ in
      let count = random.integer(in: 2...6)
      let numbers = (0..<count).map { _ in (0..<count).map { _ in Double(random.integer(in: 0...4)) / 4 } }
      let likeness = (0..<count).map { i in (0..<count).map { i == $0 ? 0 : numbers[min(i, $0)][max(i, $0)] } }
      return centrality(likeness, jump: 0.15, rounds: random.integer(in: 1...20))
    }
  }
  Probe("random summaries", points: 3) { random in
    (0..<8).map { _ in
      let texts = (0..<7).map { _ in (0..<random.integer(in: 1...8)).map { "w\($0)" }.joined(separator: " ") }
      return summary(
        sentences: texts, scores: texts.map { _ in Double(random.uniform(in: 0...1)) },
        words: random.integer(in: 3...20))
    }
  }
}
