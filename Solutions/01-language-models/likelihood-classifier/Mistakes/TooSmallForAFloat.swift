import Foundation

/// The exponential of a large negative number is 0 in a Float, and then there is nothing to share out. What can be
/// subtracted from all the logarithms without changing any share?
func shares(of endings: [[Int]], after prompt: [Int], model: GPT) -> [Float] {
  let sums = endings.map { ending -> Float in
    let logs = model(prompt + ending).logSoftmax()
    return ending.indices.reduce(0) { $0 + logs[prompt.count + $1 - 1, ending[$1]].item() }
  }
  let weights = sums.map { exp($0) }
  let total = weights.reduce(0, +)
  return weights.map { total > 0 ? $0 / total : 0 }
}
