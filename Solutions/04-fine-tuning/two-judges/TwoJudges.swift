// Before and after a style was tuned, by two judges.
import Foundation

/// The shares of letters that the first judge accepts, the second, and both.
func shares(tone: [Bool], form: [Bool]) -> [Double] {
  let both = zip(tone, form).map { $0 && $1 }
  return [tone, form, both].map { letters in
    letters.isEmpty ? 0 : Double(letters.count { $0 }) / Double(letters.count)
  }
}

/// The mean difference of the pairs and the ends of its 95 % interval; empty for fewer than two pairs.
func gain(before: [Bool], after: [Bool]) -> [Double] {
  let differences = zip(before, after).map { ($1 ? 1.0 : 0) - ($0 ? 1.0 : 0) }
  let count = Double(differences.count)
  guard count >= 2 else { return [] }
  let mean = differences.reduce(0, +) / count
  let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  let half = 1.96 * sqrt(squares / (count - 1)) / sqrt(count)
  return [mean, mean - half, mean + half]
}

/// "better", "cheated" or "not shown".
func verdict(toneGain: [Double], bothGain: [Double]) -> String {
  guard bothGain.count == 3 else { return "not shown" }
  if bothGain[1] > 0 { return "better" }
  return toneGain.count == 3 && toneGain[1] > 0 && bothGain[2] < 0 ? "cheated" : "not shown"
}
