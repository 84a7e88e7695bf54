// Two runs, compared row by row.

/// The mean difference, b less a, of the rows that both have, and the two ends of its interval; empty for fewer than two
/// rows.
func difference(_ a: [String: Double], _ b: [String: Double], draws: [[Int]]) -> [Double] {
  // TODO(same-rows): pair the rows, draw, sort.
  []
}

/// What the interval says of run b: better, worse, cannot be told apart, no rows in common.
func verdict(_ difference: [Double]) -> String {
  // TODO(same-rows): on which side of 0 does it lie?
  ""
}
