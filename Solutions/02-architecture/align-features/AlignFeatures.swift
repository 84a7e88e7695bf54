// Feature-based domain adaptation: the means and spreads of one domain made those of another.
import Foundation

/// The mean and the standard deviation of each column.
func spreads(of rows: [[Float]]) -> (means: [Float], spreads: [Float]) {
  let count = Float(rows.count)
  let means = rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } / count }
  let variances = means.indices.map { column in
    rows.reduce(0) { $0 + pow($1[column] - means[column], 2) } / count
  }
  return (means, variances.map { sqrt($0) })
}

/// The source's rows with the means and spreads of the target's columns.
///
/// - Parameters:
///   - source: `[texts][features]`, at least one row.
///   - target: `[texts][features]`, as many features.
func aligned(_ source: [[Float]], to target: [[Float]]) -> [[Float]] {
  let (from, to) = (spreads(of: source), spreads(of: target))
  return source.map { row in
    row.indices.map { column in
      let stretch = from.spreads[column] > 0 ? to.spreads[column] / from.spreads[column] : 1
      return (row[column] - from.means[column]) * stretch + to.means[column]
    }
  }
}
