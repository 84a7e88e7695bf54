import Foundation

/// The prompt is learnt as well. Its tokens are read: they are marked 0.
func example(prompt: [Int], answer: [Int], end: Int, most: Int) -> [[Int]] {
  let cut = max(0, prompt.count + answer.count + 2 - most)
  guard cut <= prompt.count else { return [] }
  let read = [end] + prompt.dropFirst(cut)
  let learnt = answer + [end]
  return [read + learnt, read.map { _ in 1 } + learnt.map { _ in 1 }]
}

/// The mean of −log p over the tokens that are learnt.
func loss(_ probabilities: [Double], marks: [Int]) -> Double {
  let learnt = zip(probabilities, marks).filter { $0.1 == 1 }.map { -log($0.0) }
  return learnt.isEmpty ? 0 : learnt.reduce(0, +) / Double(learnt.count)
}
