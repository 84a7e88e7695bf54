import Foundation

/// Tokens go from the end when there are too many, and with them the answer. The prompt gives way, from its beginning.
func example(prompt: [Int], answer: [Int], end: Int, most: Int) -> [[Int]] {
  let (read, learnt) = ([end] + prompt, answer + [end])
  return [
    Array((read + learnt).prefix(most)), Array((read.map { _ in 0 } + learnt.map { _ in 1 }).prefix(most)),
  ]
}

/// The mean of −log p over the tokens that are learnt.
func loss(_ probabilities: [Double], marks: [Int]) -> Double {
  let learnt = zip(probabilities, marks).filter { $0.1 == 1 }.map { -log($0.0) }
  return learnt.isEmpty ? 0 : learnt.reduce(0, +) / Double(learnt.count)
}
