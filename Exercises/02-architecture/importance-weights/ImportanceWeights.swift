// Counting texts of one domain as if they came from another.

/// How much more often the like of each text occurs in the target than in the source.
///
/// - Parameters:
///   - p: for each text the probability of being from the target, 0 to 1, according to a domain classifier.
///   - sourceCount, targetCount: how many texts of each domain that classifier was trained on.
///   - limit: the largest weight.
func importanceWeights(_ p: [Float], sourceCount: Int, targetCount: Int, limit: Float) -> [Float] {
  // TODO(importance-weights): odds, corrected for the counts, and limited.
  p
}

/// The share of right answers, each counted by its weight; 0 if all weights are 0.
func weightedAccuracy(isRight: [Bool], weights: [Float]) -> Float {
  // TODO(importance-weights): the weight of what is right in the weight of all.
  -1
}

/// How many equally weighted texts would tell as much; 0 if all weights are 0.
func effectiveCount(_ weights: [Float]) -> Float {
  // TODO(importance-weights): the square of the sum over the sum of the squares.
  -1
}
