/// Your weights are the bare odds. A classifier that saw three times as many texts of the source leans towards it; how is
/// that undone?
func importanceWeights(_ p: [Float], sourceCount: Int, targetCount: Int, limit: Float) -> [Float] {
  let correction: Float = 1
  return p.map { $0 < 1 ? min(limit, $0 / (1 - $0) * correction) : limit }
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
