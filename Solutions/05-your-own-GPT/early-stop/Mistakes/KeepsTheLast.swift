/// The model that is kept is that of the step at which the run ends. Which one was the best?
func earlyStop(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> [Int] {
  var (best, bestNumber, waited) = (Double.infinity, 0, 0)
  for (number, loss) in heldOutLosses.enumerated() {
    if loss < best - least || (best == .infinity && loss.isFinite) {
      (best, bestNumber, waited) = (loss, number + 1, 0)
    } else {
      waited += 1
    }
    if patience > 0, waited == patience { return [(number + 1) * every, (number + 1) * every] }
  }
  return [heldOutLosses.count * every, heldOutLosses.count * every]
}

func stepsSaved(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> Int {
  let end = earlyStop(heldOutLosses: heldOutLosses, every: every, patience: patience, least: least)[0]
  return heldOutLosses.count * every - end
}
