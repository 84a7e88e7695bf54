// Quoted by The-lesson-format.md.

// region: naive
import Foundation

/// Numbers into probabilities: exponentials, divided by their sum.
func softmax(_ logits: [Double]) -> [Double] {
  let exponentials = logits.map { exp($0) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
// end: naive
