/// You ask for the gradient once, at the start, and walk in that direction for ever. Downhill is elsewhere as soon as
/// you have moved: where should each step look?
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
  let slopes = gradient(start)
  for _ in 0..<steps {
    weights = zip(weights, slopes).map { $0 - rate * $1 }
    path.append(weights)
  }
  return path
}
