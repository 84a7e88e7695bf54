import Foundation

/// The formula is right, and for margins far from 0 it gives infinity: the exponential is too large for a number. How can
/// the same be written with an exponential that is never above 1?
func margin(learner: [Double], reference: [Double], beta: Double) -> Double {
  let rewards = zip(learner, reference).map { beta * ($0 - $1) }
  return rewards[0] - rewards[1]
}

func preferenceLoss(margin: Double) -> Double {
  -log(1 / (1 + exp(-margin)))
}

func summary(learners: [[Double]], references: [[Double]], beta: Double) -> [Double] {
  guard !learners.isEmpty else { return [0, 0, 0] }
  let margins = zip(learners, references).map { margin(learner: $0, reference: $1, beta: beta) }
  let count = Double(margins.count)
  let order = margins.map { $0 > 0 ? 1.0 : $0 == 0 ? 0.5 : 0 }
  return [
    margins.reduce(0, +) / count, margins.map { preferenceLoss(margin: $0) }.reduce(0, +) / count,
    order.reduce(0, +) / count,
  ]
}
