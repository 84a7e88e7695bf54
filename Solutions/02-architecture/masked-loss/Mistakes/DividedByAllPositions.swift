import Foundation

/// The sum is right, but you divide it by all positions, also by those that do not count. A batch with much padding
/// would then seem to be foreseen well: over how many positions is the mean?
func maskedLoss(logits: [[Float]], targets: [Int], ignoring ignored: Int) -> Float {
  let losses = zip(logits, targets).filter { $1 != ignored }.map { row, target in logSumExp(row) - row[target] }
  return targets.isEmpty ? 0 : losses.reduce(0, +) / Float(targets.count)
}

private func logSumExp(_ row: [Float]) -> Float {
  let largest = row.max() ?? 0
  return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}
