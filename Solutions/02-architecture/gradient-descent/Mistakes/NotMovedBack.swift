/// A weight that was moved stays moved while the next ones are tried. Each weight should be tried with the others where
/// they were.
func gradient(of loss: ([Double]) -> Double, at weights: [Double], step: Double) -> [Double] {
  var weights = weights
  return weights.indices.map { index in
    weights[index] += step
    let above = loss(weights)
    weights[index] -= 2 * step
    return (above - loss(weights)) / (2 * step)
  }
}

func descend(from start: [Double], rate: Double, steps: Int, gradient: ([Double]) -> [Double]) -> [[Double]] {
  var weights = start
  var path = [start]
  for _ in 0..<steps {
    weights = zip(weights, gradient(weights)).map { $0 - rate * $1 }
    path.append(weights)
  }
  return path
}
