import Foundation

/// You add the probabilities of an ending's tokens, so every further token makes the ending more probable. How do
/// probabilities of one thing after another combine?
func shares(of endings: [[Int]], after prompt: [Int], model: GPT) -> [Float] {
  let weights = endings.map { ending -> Float in
    let chances = model(prompt + ending).softmax()
    return ending.indices.reduce(0) { $0 + chances[prompt.count + $1 - 1, ending[$1]].item() }
  }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
