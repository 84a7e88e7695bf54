import Foundation

/// You take away the mean of the row. When logits are far apart the largest is still far above the mean, and its
/// exponential overflows: which number, taken away, leaves nothing above 0?
func softmax(_ logits: [Float]) -> [Float] {
  let mean = logits.reduce(0, +) / Float(max(1, logits.count))
  let exponentials = logits.map { exp($0 - mean) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
