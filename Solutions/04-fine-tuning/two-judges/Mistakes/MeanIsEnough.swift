import Foundation

/// Your verdict looks at the mean alone. A mean above 0 may be luck: where does the whole interval lie?
func verdict(toneGain: [Double], bothGain: [Double]) -> String {
  guard bothGain.count == 3 else { return "not shown" }
  if bothGain[0] > 0 { return "better" }
  return toneGain.count == 3 && toneGain[0] > 0 && bothGain[0] < 0 ? "cheated" : "not shown"
}

func shares(tone: [Bool], form: [Bool]) -> [Double] {
  let both = zip(tone, form).map { $0 && $1 }
  return [tone, form, both].map { letters in
    letters.isEmpty ? 0 : Double(letters.count { $0 }) / Double(letters.count)
  }
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
