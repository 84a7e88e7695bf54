// Softmax: logits become probabilities.
import Foundation

/// Probabilities in proportion to the exponentials of the logits.
///
/// - Parameter logits: one row, of any length and size.
/// - Returns: as many numbers, none negative; together they make 1.
func softmax(_ logits: [Float]) -> [Float] {
  // TODO(softmax): exponentials, divided by their sum.
  logits
}
