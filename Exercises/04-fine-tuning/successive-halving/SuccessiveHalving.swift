// A search that gives up early what begins badly.

/// The rungs: how many settings are in each, and up to which step they go.
func plan(settings: Int, steps: Int) -> [[Int]] {
  // TODO(successive-halving): count the rungs, then work out their steps from the end.
  []
}

/// The places of those that go on, in their order.
func survivors(_ losses: [Double]) -> [Int] {
  // TODO(successive-halving): the better third.
  []
}

/// How many steps are made in all.
func cost(settings: Int, steps: Int) -> Int {
  // TODO(successive-halving): only new steps cost something.
  -1
}
