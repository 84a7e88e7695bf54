// A row as a trainer needs it: one list of tokens, and which of them are learnt.
import Foundation

/// The tokens of a row and a mark for each, 1 for those that are learnt; empty if the answer does not fit.
func example(prompt: [Int], answer: [Int], end: Int, most: Int) -> [[Int]] {
  let cut = max(0, prompt.count + answer.count + 2 - most)
  guard cut <= prompt.count else { return [] }
  let read = [end] + prompt.dropFirst(cut)
  let learnt = answer + [end]
  return [read + learnt, read.map { _ in 0 } + learnt.map { _ in 1 }]
}

/// The mean of −log p over the tokens that are learnt.
func loss(_ probabilities: [Double], marks: [Int]) -> Double {
  let learnt = zip(probabilities, marks).filter { $0.1 == 1 }.map { -log($0.0) }
  return learnt.isEmpty ? 0 : learnt.reduce(0, +) / Double(learnt.count)
}
