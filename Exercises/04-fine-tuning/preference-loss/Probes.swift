// What a learner's preferences are asked.

let probes = Probes {
  Probe("the pair of the task", points: 2, tolerance: .absolute(1e-9)) {
    let margin = margin(learner: [-7, -9], reference: [-8, -7], beta: 0.5)
    return [margin, preferenceLoss(margin: margin)]
  }
  Probe("before anything is learnt", points: 1, tolerance: .absolute(1e-9)) {
    let margin = margin(learner: [-30, -4], reference: [-30, -4], beta: 0.1)
    return [margin, preferenceLoss(margin: margin)]
  }
  Probe("losses of several margins", points: 2, tolerance: .absolute(1e-9)) {
    [-3, -1, -0.25, 0, 0.25, 1, 3, 12].map { preferenceLoss(margin: $0) }
  }
  Probe("margins that are far off", points: 2, tolerance: .relative(1e-9)) {
    [preferenceLoss(margin: -2000), preferenceLoss(margin: 2000), preferenceLoss(margin: -800)]
  }
  Probe("the rejected answer may be the likelier one", points: 2, tolerance: .absolute(1e-9)) {
    summary(learners: [[-20, -5], [-3, -9]], references: [[-24, -5], [-2, -9]], beta: 0.1)
  }
  Probe("ties, and no pairs at all", points: 2, tolerance: .absolute(1e-9)) {
    [
      summary(learners: [[-2, -4], [-1, -1], [-5, -3]], references: [[-2, -4], [-2, -1], [-5, -3]], beta: 1),
      summary(learners: [], references: [], beta: 1),
    ]
  }
  Probe("random pairs", points: 2, tolerance: .absolute(1e-6)) { random in
    let pairs = (0..<10).map { _ in (0..<4).map { _ in Double(random.uniform(in: -40 ... -1)) } }
    return summary(
      learners: pairs.map { Array($0.prefix(2)) }, references: pairs.map { Array($0.suffix(2)) }, beta: 0.2)
  }
}
