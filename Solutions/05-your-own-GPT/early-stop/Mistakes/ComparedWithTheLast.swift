/// A loss is compared with the one just before it. A run that creeps down from a rise would never be stopped: compare with
/// the best so far.
func earlyStop(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> [Int] {
  var (best, bestNumber, waited) = (Double.infinity, 0, 0)
  for (number, loss) in heldOutLosses.enumerated() {
    let before = number == 0 ? Double.infinity : heldOutLosses[number - 1]
    if loss < best { (best, bestNumber) = (loss, number + 1) }
    if loss < before - least || (number == 0 && loss.isFinite) {
      waited = 0
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
