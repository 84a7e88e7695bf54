// A metric of your own.
import Transformers

/// How right an answer is; the larger, the better.
func score(_ answer: String, expected: String) -> Double {
  let (own, known) = (words(answer), words(expected))
  guard !known.isEmpty else { return 0 }
  let given = Set(own)
  // What makes the answer: everything but the words that stand in any answer.
  let important = known.filter { !common.contains($0) }
  var score = Double(important.count { given.contains($0) }) / Double(max(1, important.count))
  // What is denied, and a value beside the right one.
  if !given.isDisjoint(with: denials) { score -= 1 }
  let others = given.subtracting(known)
  score -= 0.5 * Double(others.count { numbers.contains($0) || parts.contains($0) })
  return score
}

private let numbers = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
]
private let parts: Set = ["morning", "afternoon", "evening", "night"]
private let denials: Set = ["not", "never", "no"]
private let common: Set = ["at", "in", "on", "the", "a", "an", "captain", "pier", "crowns", "crown"]

/// Lower case, without signs, and digits as words.
private func words(_ text: String) -> [String] {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
    guard let number = Int(word), numbers.indices.contains(number) else { return String(word) }
    return numbers[number]
  }
}
