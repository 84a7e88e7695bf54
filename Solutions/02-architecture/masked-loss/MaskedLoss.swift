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
  let losses = zip(logits, targets).filter { $1 != ignored }.map { row, target in logSumExp(row) - row[target] }
  return losses.isEmpty ? 0 : losses.reduce(0, +) / Float(losses.count)
}

/// `log Σ exp(row)`, of logits of any size.
private func logSumExp(_ row: [Float]) -> Float {
  let largest = row.max() ?? 0
  return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}
