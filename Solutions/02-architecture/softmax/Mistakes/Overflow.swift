import Foundation

/// The exponential of a large logit is too large for a Float: infinity divided by infinity is not a number. What could
/// you take away from every logit of a row without changing the result?
func softmax(_ logits: [Float]) -> [Float] {
  let exponentials = logits.map { exp($0) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
