// Before and after a style was tuned, by two judges.
import Foundation

/// The shares of letters that the first judge accepts, the second, and both.
func shares(tone: [Bool], form: [Bool]) -> [Double] {
  // TODO(two-judges): count.
  []
}

/// The mean difference of the pairs and the ends of its 95 % interval; empty for fewer than two pairs.
func gain(before: [Bool], after: [Bool]) -> [Double] {
  // TODO(two-judges): the differences pair by pair, and how sure their mean is.
  [0]
}

/// "better", "cheated" or "not shown".
///
/// - Parameters:
///   - toneGain, bothGain: as `gain` gives them: mean, low, high; empty if nothing can be said.
func verdict(toneGain: [Double], bothGain: [Double]) -> String {
  // TODO(two-judges): what may be said.
  ""
}
