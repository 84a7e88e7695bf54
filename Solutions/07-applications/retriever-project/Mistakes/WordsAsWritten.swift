import Foundation
import Transformers

/// You compare words as they are written. *Repairs* in the question and *repaired* on the page are not the same to you.
func retrieve(_ questions: [String], from passages: [String], count: Int) -> [[Int]] {
  func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
  let texts = passages.map { words($0) }
  let counts = texts.map { text in text.reduce(into: [String: Double]()) { $0[$1, default: 0] += 1 } }
  var having: [String: Double] = [:]
  for text in counts { for word in text.keys { having[word, default: 0] += 1 } }
  let all = Double(texts.count)
  let length = Double(texts.map(\.count).reduce(0, +)) / max(1, all)

  func weight(_ word: String) -> Double {
    let n = having[word] ?? 0
    let odds: Double = (all - n + 0.5) / (n + 0.5)
    return log(1 + odds)
  }
  return questions.map { question in
    let words = Set(words(question)).sorted()
    let weights = words.map(weight)
    let scores = texts.indices.map { number -> Double in
      let relative: Double = Double(texts[number].count) / length
      let norm: Double = 0.3 + 0.9 * relative
      var score = 0.0
      for (word, weight) in zip(words, weights) {
        let times = counts[number][word] ?? 0
        score += weight * times / (times + norm)
      }
      return score
    }
    let ranked = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    return Array(ranked.prefix(count))
  }
}
