/// You compare the loss a little higher up with the loss where you stand. Where the loss bends, that is not the slope
/// here: try both sides.
func gradient(of loss: ([Double]) -> Double, at weights: [Double], step: Double) -> [Double] {
  weights.indices.map { index in
    var up = weights
    up[index] += step
    return (loss(up) - loss(weights)) / step
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
