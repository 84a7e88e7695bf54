// What a learner's gradient and descent are asked.

let probes = Probes {
  Probe("the slope of a square", points: 2) { gradient(of: { $0[0] * $0[0] }, at: [3], step: 0.1) }
  Probe("a slope for each weight", points: 2) {
    gradient(of: { $0[0] * $0[0] + 3 * $0[0] * $0[1] - $0[2] }, at: [1, 2, 5], step: 0.01)
  }
  Probe("a bend tells one side from two", points: 2) {
    gradient(of: { $0[0] * $0[0] * $0[0] }, at: [1], step: 0.2)
  }
  Probe("down the side of a bowl", points: 2) {
    descend(from: [3], rate: 0.25, steps: 3, gradient: { [2 * $0[0]] })
  }
  Probe("no steps leave the start", points: 1) {
    descend(from: [1, -2], rate: 0.1, steps: 0, gradient: { $0 })
  }
  Probe("random bowls", points: 2) { random in
    let (steep, flat) = (Double(random.uniform(in: 1...3)), Double(random.uniform(in: 0.1...0.5)))
    return descend(
      from: [Double(random.uniform(in: -2...2)), 4], rate: 0.2, steps: 6,
      gradient: { [steep * $0[0], flat * ($0[1] - 1)] })
  }
  Probe(
    "a line finds its points", points: 3, tolerance: .absolute(1e-3),
    needs: ["a slope for each weight", "down the side of a bowl"]
  ) { random in
    fittedLine(random)
  }
}

/// The slope and the height of a line after a descent on its mean squared error.
func fittedLine(_ random: ProbeRandom) -> [Double] {
  let slope = Double(random.uniform(in: -2...2)), height = Double(random.uniform(in: -1...1))
  let xs = [-1, -0.5, 0, 0.5, 1]
  func loss(_ weights: [Double]) -> Double {
    xs.reduce(0) { sum, x in
      let error = weights[0] * x + weights[1] - (slope * x + height)
      return sum + error * error / 5
    }
  }
  let path = descend(from: [0, 0], rate: 0.4, steps: 60) { gradient(of: loss, at: $0, step: 0.01) }
  return path.last ?? []
}
