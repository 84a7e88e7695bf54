import Foundation

/// The losses are added up but not averaged, so a longer text always has a larger loss. How many positions count?
func maskedLoss(logits: [[Float]], targets: [Int], ignoring ignored: Int) -> Float {
  let losses = zip(logits, targets).filter { $1 != ignored }.map { row, target in logSumExp(row) - row[target] }
  return losses.reduce(0, +)
}

private func logSumExp(_ row: [Float]) -> Float {
  let largest = row.max() ?? 0
  return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}
