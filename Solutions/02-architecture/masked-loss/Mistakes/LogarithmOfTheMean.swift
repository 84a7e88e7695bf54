import Foundation

/// You average the probabilities first and take the logarithm of the mean. Each position is surprised for itself: take
/// the logarithm of each.
func maskedLoss(logits: [[Float]], targets: [Int], ignoring ignored: Int) -> Float {
  let probabilities = zip(logits, targets).filter { $1 != ignored }.map { row, target in
    exp(row[target] - logSumExp(row))
  }
  return probabilities.isEmpty ? 0 : -log(probabilities.reduce(0, +) / Float(probabilities.count))
}

private func logSumExp(_ row: [Float]) -> Float {
  let largest = row.max() ?? 0
  return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}
