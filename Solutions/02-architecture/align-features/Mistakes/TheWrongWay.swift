import Foundation

/// The stretch goes the wrong way: a source that is narrower than the target becomes narrower still.
func spreads(of rows: [[Float]]) -> (means: [Float], spreads: [Float]) {
  let count = Float(rows.count)
  let means = rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } / count }
  let variances = means.indices.map { column in
    rows.reduce(0) { $0 + pow($1[column] - means[column], 2) } / count
  }
  return (means, variances.map { sqrt($0) })
}

func aligned(_ source: [[Float]], to target: [[Float]]) -> [[Float]] {
  let (from, to) = (spreads(of: source), spreads(of: target))
  return source.map { row in
    row.indices.map { column in
      let stretch = to.spreads[column] > 0 ? from.spreads[column] / to.spreads[column] : 1
      return (row[column] - from.means[column]) * stretch + to.means[column]
    }
  }
}
