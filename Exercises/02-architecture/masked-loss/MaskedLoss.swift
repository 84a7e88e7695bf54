// The cross-entropy of a language model, over the positions that count.
import Foundation

/// The mean of `-log softmax(logits)[target]`, in nats.
///
/// - Parameters:
///   - logits: `[positions][vocabulary]`
///   - targets: the right token of each position.
///   - ignored: positions with this target do not count.
/// - Returns: 0 or more; 0 if no position counts.
func maskedLoss(logits: [[Float]], targets: [Int], ignoring ignored: Int) -> Float {
  // TODO(masked-loss): the mean surprise over the positions that count.
  -1
}
