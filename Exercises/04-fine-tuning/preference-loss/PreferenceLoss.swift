// What a pair of answers costs a model that should prefer the first.
import Foundation

/// By how much the reward of the chosen answer is above that of the rejected one; each list has the chosen one first.
func margin(learner: [Double], reference: [Double], beta: Double) -> Double {
  // TODO(preference-loss): the rewards of both answers, and their difference.
  0
}

/// −log σ(margin), finite for every margin.
func preferenceLoss(margin: Double) -> Double {
  // TODO(preference-loss): the surprise that the chosen answer is the better one.
  0
}

/// The mean margin, the mean loss, and the share of pairs in the right order.
func summary(learners: [[Double]], references: [[Double]], beta: Double) -> [Double] {
  // TODO(preference-loss): ties count one half.
  []
}
