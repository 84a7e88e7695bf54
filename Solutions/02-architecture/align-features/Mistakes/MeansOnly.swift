import Foundation

/// You move the source to the target, and leave it as narrow or as wide as it was. What about the spread of each feature?
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
      let stretch: Float = 1
      return (row[column] - from.means[column]) * stretch + to.means[column]
    }
  }
}
