/// Texts that look like the source get the large weights. Which odds are wanted: of the target against the source, or the
/// other way round?
func importanceWeights(_ p: [Float], sourceCount: Int, targetCount: Int, limit: Float) -> [Float] {
  let correction = Float(sourceCount) / Float(targetCount)
  return p.map { $0 > 0 ? min(limit, (1 - $0) / $0 * correction) : limit }
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
