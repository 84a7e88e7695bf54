// Votes of a judge that has read each pair in both orders.

/// "a", "b" or "tie": what holds in both orders.
func opinion(forwards: String, backwards: String) -> String {
  // TODO(both-orders): whom did the judge prefer, each time?
  ""
}

/// Row beats column; ties are half a win for each.
func wins(models: [String], pairs: [[String]]) -> [[Double]] {
  // TODO(both-orders): count each pair once.
  []
}

/// The share of pairs in which the same place won twice.
func byPlace(_ pairs: [[String]]) -> Double {
  // TODO(both-orders): the same place, not the same model.
  -1
}
