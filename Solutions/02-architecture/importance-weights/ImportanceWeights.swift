// Counting texts of one domain as if they came from another.

/// How much more often the like of each text occurs in the target than in the source.
///
/// - Parameters:
///   - p: for each text the probability of being from the target, 0 to 1, according to a domain classifier.
///   - sourceCount, targetCount: how many texts of each domain that classifier was trained on.
///   - limit: the largest weight.
func importanceWeights(_ p: [Float], sourceCount: Int, targetCount: Int, limit: Float) -> [Float] {
  let correction = Float(sourceCount) / Float(targetCount)
  return p.map { $0 < 1 ? min(limit, $0 / (1 - $0) * correction) : limit }
}

/// The share of right answers, each counted by its weight; 0 if all weights are 0.
func weightedAccuracy(isRight: [Bool], weights: [Float]) -> Float {
  let all = weights.reduce(0, +)
  let right = zip(isRight, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
  return all > 0 ? right / all : 0
}

/// How many equally weighted texts would tell as much; 0 if all weights are 0.
func effectiveCount(_ weights: [Float]) -> Float {
  let sum = weights.reduce(0, +)
  let squares = weights.reduce(0) { $0 + $1 * $1 }
  return squares > 0 ? sum * sum / squares : 0
}
