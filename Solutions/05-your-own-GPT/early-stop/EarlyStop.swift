// When a run should stop, from its held-out losses.

/// The step at which the run ends, and the step of the model that is kept.
func earlyStop(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> [Int] {
  var (best, bestNumber, waited) = (Double.infinity, 0, 0)
  for (number, loss) in heldOutLosses.enumerated() {
    if loss < best - least || (best == .infinity && loss.isFinite) {
      (best, bestNumber, waited) = (loss, number + 1, 0)
    } else {
      waited += 1
    }
    if patience > 0, waited == patience { return [(number + 1) * every, bestNumber * every] }
  }
  return [heldOutLosses.count * every, bestNumber * every]
}

/// How many steps of the whole run were not made.
func stepsSaved(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> Int {
  let end = earlyStop(heldOutLosses: heldOutLosses, every: every, patience: patience, least: least)[0]
  return heldOutLosses.count * every - end
}
