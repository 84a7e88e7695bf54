// How likely a choice is, in four ways, and whether a test needs a model at all.

/// Of one choice: plain, per character, per byte, and less what it has alone.
func scores(of text: String, given: Double, alone: Double) -> [Double] {
  // TODO(choice-scoring): four numbers.
  []
}

/// The place of the winner by each of the four scores.
func winners(texts: [String], given: [Double], alone: [Double]) -> [Int] {
  // TODO(choice-scoring): the highest score wins.
  []
}

/// The share of items in which the shortest choice is the right one.
func passedByShortest(items: [[String]], right: [Int]) -> Double {
  // TODO(choice-scoring): no model is needed.
  -1
}
