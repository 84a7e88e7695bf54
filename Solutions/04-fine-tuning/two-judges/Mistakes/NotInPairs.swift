import Foundation

/// Your interval is that of two groups of letters that have nothing to do with each other. These come in pairs, from one
/// opening each: how much do the differences of the pairs vary?
func gain(before: [Bool], after: [Bool]) -> [Double] {
  let count = Double(before.count)
  guard count >= 2 else { return [] }
  let (p, q) = (Double(before.count { $0 }) / count, Double(after.count { $0 }) / count)
  let mean = q - p
  let half = 1.96 * sqrt((p * (1 - p) + q * (1 - q)) / (count - 1))
  return [mean, mean - half, mean + half]
}

func shares(tone: [Bool], form: [Bool]) -> [Double] {
  let both = zip(tone, form).map { $0 && $1 }
  return [tone, form, both].map { letters in
    letters.isEmpty ? 0 : Double(letters.count { $0 }) / Double(letters.count)
  }
}

func verdict(toneGain: [Double], bothGain: [Double]) -> String {
  guard bothGain.count == 3 else { return "not shown" }
  if bothGain[1] > 0 { return "better" }
  return toneGain.count == 3 && toneGain[1] > 0 && bothGain[2] < 0 ? "cheated" : "not shown"
}
