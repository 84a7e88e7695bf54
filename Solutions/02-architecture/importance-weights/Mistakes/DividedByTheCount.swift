/// You divide by the number of texts. With weights, what is the whole of which the right answers are a part?
func importanceWeights(_ p: [Float], sourceCount: Int, targetCount: Int, limit: Float) -> [Float] {
  let correction = Float(sourceCount) / Float(targetCount)
  return p.map { $0 < 1 ? min(limit, $0 / (1 - $0) * correction) : limit }
}

func weightedAccuracy(isRight: [Bool], weights: [Float]) -> Float {
  let all = weights.reduce(0, +)
  let right = zip(isRight, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
  return all > 0 ? right / Float(weights.count) : 0
}

func effectiveCount(_ weights: [Float]) -> Float {
  let sum = weights.reduce(0, +)
  let squares = weights.reduce(0) { $0 + $1 * $1 }
  return squares > 0 ? sum * sum / squares : 0
}
