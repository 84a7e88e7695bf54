import Foundation

/// You multiply the two shares. That would be right if the judges knew nothing of each other; look at each letter, and
/// whether both accept that one.
func shares(tone: [Bool], form: [Bool]) -> [Double] {
  let both = [tone, form].map { letters in
    letters.isEmpty ? 0 : Double(letters.count { $0 }) / Double(letters.count)
  }
  return both + [both[0] * both[1]]
}

func gain(before: [Bool], after: [Bool]) -> [Double] {
  let differences = zip(before, after).map { ($1 ? 1.0 : 0) - ($0 ? 1.0 : 0) }
  let count = Double(differences.count)
  guard count >= 2 else { return [] }
  let mean = differences.reduce(0, +) / count
  let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  let half = 1.96 * sqrt(squares / (count - 1)) / sqrt(count)
  return [mean, mean - half, mean + half]
}

func verdict(toneGain: [Double], bothGain: [Double]) -> String {
  guard bothGain.count == 3 else { return "not shown" }
  if bothGain[1] > 0 { return "better" }
  return toneGain.count == 3 && toneGain[1] > 0 && bothGain[2] < 0 ? "cheated" : "not shown"
}
