import Foundation

/// You draw from a source of your own with a fixed seed, so every draw is the same number. Draw from the source that
/// you were given: it moves on with each draw.
func samplingProbabilities(_ logits: [Float], temperature: Float, topK: Int) -> [Float] {
  let kept = Set(logits.indices.sorted { (logits[$1], $0) < (logits[$0], $1) }.prefix(topK))
  let largest = logits.max() ?? 0
  let shares = logits.indices.map { kept.contains($0) ? exp((logits[$0] - largest) / temperature) : 0 }
  let sum = shares.reduce(0, +)
  return shares.map { $0 / sum }
}

func draw(from probabilities: [Float], using random: inout SeededRandom) -> Int {
  var own = SeededRandom(seed: 1)
  let point = own.uniform()
  var end: Float = 0
  for (index, probability) in probabilities.enumerated() {
    end += probability
    if point < end { return index }
  }
  return probabilities.lastIndex { $0 > 0 } ?? 0
}
