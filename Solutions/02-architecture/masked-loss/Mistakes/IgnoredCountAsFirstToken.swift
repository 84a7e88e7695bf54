import Foundation

/// Positions that should be ignored are counted as if their target were the token 0. Leave them out altogether.
func maskedLoss(logits: [[Float]], targets: [Int], ignoring ignored: Int) -> Float {
  let losses = zip(logits, targets).map { row, target in logSumExp(row) - row[target == ignored ? 0 : target] }
  return losses.isEmpty ? 0 : losses.reduce(0, +) / Float(losses.count)
}

private func logSumExp(_ row: [Float]) -> Float {
  let largest = row.max() ?? 0
  return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}
