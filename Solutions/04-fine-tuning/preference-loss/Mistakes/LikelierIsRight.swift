import Foundation

/// The order of a pair is taken from the learner's log-probabilities. It is the margin that says what was learnt: an answer
/// may be unlikely still, and have risen.
func margin(learner: [Double], reference: [Double], beta: Double) -> Double {
  let rewards = zip(learner, reference).map { beta * ($0 - $1) }
  return rewards[0] - rewards[1]
}

func preferenceLoss(margin: Double) -> Double {
  max(0, -margin) + log1p(exp(-abs(margin)))
}

func summary(learners: [[Double]], references: [[Double]], beta: Double) -> [Double] {
  guard !learners.isEmpty else { return [0, 0, 0] }
  let margins = zip(learners, references).map { margin(learner: $0, reference: $1, beta: beta) }
  let count = Double(margins.count)
  let order = learners.map { $0[0] > $0[1] ? 1.0 : $0[0] == $0[1] ? 0.5 : 0 }
  return [
    margins.reduce(0, +) / count, margins.map { preferenceLoss(margin: $0) }.reduce(0, +) / count,
    order.reduce(0, +) / count,
  ]
}
