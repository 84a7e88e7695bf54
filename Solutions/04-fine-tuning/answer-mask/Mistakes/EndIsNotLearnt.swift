import Foundation

/// The last end token is only read. A model that never learns it does not know when to stop.
func example(prompt: [Int], answer: [Int], end: Int, most: Int) -> [[Int]] {
  let cut = max(0, prompt.count + answer.count + 2 - most)
  guard cut <= prompt.count else { return [] }
  let read = [end] + prompt.dropFirst(cut)
  let learnt = answer + [end]
  return [read + learnt, read.map { _ in 0 } + answer.map { _ in 1 } + [0]]
}

/// The mean of −log p over the tokens that are learnt.
func loss(_ probabilities: [Double], marks: [Int]) -> Double {
  let learnt = zip(probabilities, marks).filter { $0.1 == 1 }.map { -log($0.0) }
  return learnt.isEmpty ? 0 : learnt.reduce(0, +) / Double(learnt.count)
}
