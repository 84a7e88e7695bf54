import Foundation

/// You always take the likeliest index. That is greedy decoding, not drawing: each index must come as often as its
/// probability says.
func samplingProbabilities(_ logits: [Float], temperature: Float, topK: Int) -> [Float] {
  let kept = Set(logits.indices.sorted { (logits[$1], $0) < (logits[$0], $1) }.prefix(topK))
  let largest = logits.max() ?? 0
  let shares = logits.indices.map { kept.contains($0) ? exp((logits[$0] - largest) / temperature) : 0 }
  let sum = shares.reduce(0, +)
  return shares.map { $0 / sum }
}

func draw(from probabilities: [Float], using random: inout SeededRandom) -> Int {
  probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
}
