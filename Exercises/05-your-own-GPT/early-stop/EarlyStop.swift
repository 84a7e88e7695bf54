// When a run should stop, from its held-out losses.

/// The step at which the run ends, and the step of the model that is kept.
func earlyStop(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> [Int] {
  // TODO(early-stop): remember the best, and how long ago it was.
  []
}

/// How many steps of the whole run were not made.
func stepsSaved(heldOutLosses: [Double], every: Int, patience: Int, least: Double) -> Int {
  // TODO(early-stop): the steps behind the end.
  0
}
