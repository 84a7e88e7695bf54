// Where a new fact should go: costs, what is forgotten, and what is asked of the answer.

/// The share of the items that were right before and are not right after; 0 if none was right before.
func forgotten(before: [Bool], after: [Bool]) -> Double {
  // TODO(retrieve-or-tune): count what was known, and what of it is lost.
  -1
}

/// The seconds of a year: putting the fact in, once more for each change, and answering.
func seconds(adding: Double, answering: Double, changes: Int, questions: Int) -> Double {
  // TODO(retrieve-or-tune): how often is it put in?
  -1
}

/// The place of the way that is chosen, or -1 if none will do.
func choice(
  _ ways: [[String: Double]], changes: Int, questions: Int, keeping least: Double, mustCite: Bool
) -> Int {
  // TODO(retrieve-or-tune): which ways will do, and which of them costs least?
  -2
}
