/// You weigh a text by the probability itself. A text that is equally likely in both domains should count once, not half.
func importanceWeights(_ p: [Float], sourceCount: Int, targetCount: Int, limit: Float) -> [Float] {
  let correction = Float(sourceCount) / Float(targetCount)
  return p.map { min(limit, $0 * correction) }
}

func weightedAccuracy(isRight: [Bool], weights: [Float]) -> Float {
  let all = weights.reduce(0, +)
  let right = zip(isRight, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
  return all > 0 ? right / all : 0
}

func effectiveCount(_ weights: [Float]) -> Float {
  let sum = weights.reduce(0, +)
  let squares = weights.reduce(0) { $0 + $1 * $1 }
  return squares > 0 ? sum * sum / squares : 0
}
