/// You move all weights together, so that each slope is that of all. How can you tell what one weight does if the
/// others move too?
func gradient(of loss: ([Double]) -> Double, at weights: [Double], step: Double) -> [Double] {
  weights.indices.map { _ in
    let (up, down) = (weights.map { $0 + step }, weights.map { $0 - step })
    return (loss(up) - loss(down)) / (2 * step)
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
