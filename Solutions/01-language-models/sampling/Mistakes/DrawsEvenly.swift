import Foundation

/// Every index that is possible comes equally often, whatever its probability. How long is the piece of the line that
/// belongs to each?
func samplingProbabilities(_ logits: [Float], temperature: Float, topK: Int) -> [Float] {
  let kept = Set(logits.indices.sorted { (logits[$1], $0) < (logits[$0], $1) }.prefix(topK))
  let largest = logits.max() ?? 0
  let shares = logits.indices.map { kept.contains($0) ? exp((logits[$0] - largest) / temperature) : 0 }
  let sum = shares.reduce(0, +)
  return shares.map { $0 / sum }
}

func draw(from probabilities: [Float], using random: inout SeededRandom) -> Int {
  let possible = probabilities.indices.filter { probabilities[$0] > 0 }
  return possible[min(possible.count - 1, Int(random.uniform() * Float(possible.count)))]
}
