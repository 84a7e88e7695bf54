/// Every gain counts, however small. A loss is better only if it is below the best by more than the least gain.
func earlyStop(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> [Int] {
  var (best, bestNumber, waited) = (Double.infinity, 0, 0)
  for (number, loss) in heldOutLosses.enumerated() {
    if loss < best {
      (best, bestNumber, waited) = (loss, number + 1, 0)
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
