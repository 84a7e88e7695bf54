import Foundation

/// All logits that equal the k-th largest are kept, which can be more than k. Which of equal ones come first here?
func samplingProbabilities(_ logits: [Float], temperature: Float, topK: Int) -> [Float] {
  let least = logits.sorted(by: >)[min(topK, logits.count) - 1]
  let largest = logits.max() ?? 0
  let shares = logits.map { $0 >= least ? exp(($0 - largest) / temperature) : 0 }
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
