import Foundation

/// Every token can still be drawn: topK has no effect. Which of the logits may take part in the softmax?
func samplingProbabilities(_ logits: [Float], temperature: Float, topK: Int) -> [Float] {
  let largest = logits.max() ?? 0
  let shares = logits.map { exp(($0 - largest) / temperature) }
  let sum = shares.reduce(0, +)
  return shares.map { $0 / sum }
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
