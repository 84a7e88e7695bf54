// Softmax: logits become probabilities.
import Foundation

/// Probabilities in proportion to the exponentials of the logits.
///
/// - Parameter logits: one row, of any length and size.
/// - Returns: as many numbers, none negative; together they make 1.
func softmax(_ logits: [Float]) -> [Float] {
  // Only differences matter. With the largest at 0 no exponential overflows, and their sum is at least 1.
  let largest = logits.max() ?? 0
  let exponentials = logits.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
