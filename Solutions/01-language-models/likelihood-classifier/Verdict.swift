// Which ending a language model finds most probable.
import Foundation

/// How a model shares out its belief between endings.
///
/// - Parameters:
///   - endings: tokens, at least one each.
///   - prompt: the tokens before, at least one.
///   - model: `model(tokens)` gives logits `[tokens, vocabulary]`; row i is about the token that follows token i.
/// - Returns: a share for each ending; together 1.
func shares(of endings: [[Int]], after prompt: [Int], model: GPT) -> [Float] {
  let sums = endings.map { ending -> Float in
    let logs = model(prompt + ending).logSoftmax()
    return ending.indices.reduce(0) { $0 + logs[prompt.count + $1 - 1, ending[$1]].item() }
  }
  let largest = sums.max() ?? 0
  let weights = sums.map { exp($0 - largest) }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
