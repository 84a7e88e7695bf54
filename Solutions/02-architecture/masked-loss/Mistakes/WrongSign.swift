import Foundation

/// The sign is turned round: this is the mean log probability, which is never above 0. A loss is larger the worse the
/// model did.
func maskedLoss(logits: [[Float]], targets: [Int], ignoring ignored: Int) -> Float {
  let losses = zip(logits, targets).filter { $1 != ignored }.map { row, target in logSumExp(row) - row[target] }
  return losses.isEmpty ? 0 : -losses.reduce(0, +) / Float(losses.count)
}

private func logSumExp(_ row: [Float]) -> Float {
  let largest = row.max() ?? 0
  return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}
