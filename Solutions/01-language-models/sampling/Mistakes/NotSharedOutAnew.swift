import Foundation

/// The probabilities of the tokens that are left out are lost: what remains no longer adds up to 1. Who should get
/// them?
func samplingProbabilities(_ logits: [Float], temperature: Float, topK: Int) -> [Float] {
  let kept = Set(logits.indices.sorted { (logits[$1], $0) < (logits[$0], $1) }.prefix(topK))
  let largest = logits.max() ?? 0
  let shares = logits.map { exp(($0 - largest) / temperature) }
  let sum = shares.reduce(0, +)
  return logits.indices.map { kept.contains($0) ? shares[$0] / sum : 0 }
}

func draw(from probabilities: [Float], using random: inout SeededRandom) -> Int {
  let point = random.uniform()
  var end: Float = 0
  for (index, probability) in probabilities.enumerated() {
    end += probability
    if point < end { return index }
  }
  return probabilities.lastIndex { $0 > 0 } ?? 0
}
