import Foundation

/// You have the exponentials, relative to the largest, but they do not add up to 1 yet. What is left is to divide each
/// by the sum of all.
func softmax(_ logits: [Float]) -> [Float] {
  let largest = logits.max() ?? 0
  return logits.map { exp($0 - largest) }
}
