import Foundation

/// You draw a new random number for each index that you try, so early indices are taken too often. How many random
/// points on the line make one draw?
func samplingProbabilities(_ logits: [Float], temperature: Float, topK: Int) -> [Float] {
  let kept = Set(logits.indices.sorted { (logits[$1], $0) < (logits[$0], $1) }.prefix(topK))
  let largest = logits.max() ?? 0
  let shares = logits.indices.map { kept.contains($0) ? exp((logits[$0] - largest) / temperature) : 0 }
  let sum = shares.reduce(0, +)
  return shares.map { $0 / sum }
}

func draw(from probabilities: [Float], using random: inout SeededRandom) -> Int {
  var end: Float = 0
  for (index, probability) in probabilities.enumerated() {
    end += probability
    if random.uniform() < end { return index }
  }
  return probabilities.lastIndex { $0 > 0 } ?? 0
}
