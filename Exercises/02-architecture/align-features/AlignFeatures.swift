// Feature-based domain adaptation: the means and spreads of one domain made those of another.
import Foundation

/// The mean and the standard deviation of each column.
func spreads(of rows: [[Float]]) -> (means: [Float], spreads: [Float]) {
  // TODO(align-features): two numbers for each column.
  ([], [])
}

/// The source's rows with the means and spreads of the target's columns.
///
/// - Parameters:
///   - source: `[texts][features]`, at least one row.
///   - target: `[texts][features]`, as many features.
func aligned(_ source: [[Float]], to target: [[Float]]) -> [[Float]] {
  // TODO(align-features): to units without a place and a size, and from there to the target's.
  source
}
