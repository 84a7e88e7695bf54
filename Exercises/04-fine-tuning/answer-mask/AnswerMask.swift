// A row as a trainer needs it: one list of tokens, and which of them are learnt.
import Foundation

/// The tokens of a row and a mark for each, 1 for those that are learnt; empty if the answer does not fit.
func example(prompt: [Int], answer: [Int], end: Int, most: Int) -> [[Int]] {
  // TODO(answer-mask): put the pieces together, mark the answer, cut the prompt.
  [prompt + answer, prompt + answer]
}

/// The mean of −log p over the tokens that are learnt.
func loss(_ probabilities: [Double], marks: [Int]) -> Double {
  // TODO(answer-mask): only what is learnt counts.
  0
}
