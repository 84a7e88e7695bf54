// What only the judge asks.

let probes = Probes {
  Probe("random margins and betas", points: 2, tolerance: .absolute(1e-6)) { random in
    (0..<12).map { _ in
      let values = (0..<4).map { _ in Double(random.uniform(in: -60 ... -1)) }
      return margin(
        learner: [values[0], values[1]], reference: [values[2], values[3]], beta: Double(random.uniform(in: 0.05...2)))
    }
  }
  Probe("a summary with a margin that is far off", points: 1, tolerance: .relative(1e-6)) {
    summary(learners: [[-900, -1], [-5, -6]], references: [[-1, -900], [-6, -5]], beta: 1)
  }
}
