import Foundation

/// You take the mean over the tokens of an ending, so a long ending is forgiven its length. The probability of an
/// ending is a product over all its tokens; what is its logarithm?
func shares(of endings: [[Int]], after prompt: [Int], model: GPT) -> [Float] {
  let sums = endings.map { ending -> Float in
    let logs = model(prompt + ending).logSoftmax()
    let sum = ending.indices.reduce(0) { $0 + logs[prompt.count + $1 - 1, ending[$1]].item() }
    return sum / Float(ending.count)
  }
  let largest = sums.max() ?? 0
  let weights = sums.map { exp($0 - largest) }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
