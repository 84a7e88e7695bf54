// Drawing the next token: a distribution from logits, and an index from a distribution.
import Foundation

/// The distribution that tokens are drawn from.
///
/// - Parameters:
///   - logits: one for each token.
///   - temperature: above 0.
///   - topK: how many of the largest logits can be drawn, 1 or more.
/// - Returns: a probability for each token, 0 for those that cannot be drawn.
func samplingProbabilities(_ logits: [Float], temperature: Float, topK: Int) -> [Float] {
  let largestFirst = logits.indices.sorted { (logits[$1], $0) < (logits[$0], $1) }
  guard let largest = largestFirst.first else { return [] }
  var shares = logits.map { _ in Float(0) }
  for index in largestFirst.prefix(topK) { shares[index] = exp((logits[index] - logits[largest]) / temperature) }
  let sum = shares.reduce(0, +)
  return shares.map { $0 / sum }
}

/// An index, each with its probability. Takes one random number.
func draw(from probabilities: [Float], using random: inout SeededRandom) -> Int {
  let point = random.uniform()
  var end: Float = 0
  for (index, probability) in probabilities.enumerated() {
    end += probability
    if point < end { return index }
  }
  // Rounding may leave the end a little below 1.
  return probabilities.lastIndex { $0 > 0 } ?? 0
}
