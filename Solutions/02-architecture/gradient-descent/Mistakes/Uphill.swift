/// Your weights walk uphill: the loss grows with every step. The gradient says where it grows; which way should a
/// weight go?
func gradient(of loss: ([Double]) -> Double, at weights: [Double], step: Double) -> [Double] {
  weights.indices.map { index in
    var (up, down) = (weights, weights)
    up[index] += step
    down[index] -= step
    return (loss(up) - loss(down)) / (2 * step)
  }
}

func descend(from start: [Double], rate: Double, steps: Int, gradient: ([Double]) -> [Double]) -> [[Double]] {
  var weights = start
  var path = [start]
  for _ in 0..<steps {
    weights = zip(weights, gradient(weights)).map { $0 + rate * $1 }
    path.append(weights)
  }
  return path
}
