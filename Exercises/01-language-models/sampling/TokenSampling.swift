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
  // TODO(sampling): the softmax of the topK largest logits, divided by the temperature.
  []
}

/// An index, each with its probability. Takes one random number.
func draw(from probabilities: [Float], using random: inout SeededRandom) -> Int {
  // TODO(sampling): the index whose piece of the line from 0 to 1 holds random.uniform().
  -1
}
