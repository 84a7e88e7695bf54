/// Evaluations without success are counted over the whole run. They count in a row: what happens after a success?
func earlyStop(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> [Int] {
  var (best, bestNumber, waited) = (Double.infinity, 0, 0)
  for (number, loss) in heldOutLosses.enumerated() {
    if loss < best - least || (best == .infinity && loss.isFinite) {
      (best, bestNumber) = (loss, number + 1)
    } else {
      waited += 1
    }
    if patience > 0, waited == patience { return [(number + 1) * every, bestNumber * every] }
  }
  return [heldOutLosses.count * every, bestNumber * every]
}

func stepsSaved(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> Int {
  let end = earlyStop(heldOutLosses: heldOutLosses, every: every, patience: patience, least: least)[0]
  return heldOutLosses.count * every - end
}
