import Foundation

/// You read each token's probability from the row that has already read it. Which row was computed just before the
/// token came?
func shares(of endings: [[Int]], after prompt: [Int], model: GPT) -> [Float] {
  let sums = endings.map { ending -> Float in
    let logs = model(prompt + ending).logSoftmax()
    return ending.indices.reduce(0) { $0 + logs[prompt.count + $1, ending[$1]].item() }
  }
  let largest = sums.max() ?? 0
  let weights = sums.map { exp($0 - largest) }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
