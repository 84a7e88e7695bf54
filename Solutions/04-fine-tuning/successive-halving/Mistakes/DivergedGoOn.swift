/// A run whose loss is not a number goes on, and better ones are given up. Every comparison with it is false; where has
/// it to stand?
func plan(settings: Int, steps: Int) -> [[Int]] {
  var counts = [settings]
  while let last = counts.last, last > 3 { counts.append((last + 2) / 3) }
  var reach = steps
  var rungs: [[Int]] = []
  for count in counts.reversed() {
    rungs.insert([count, reach], at: 0)
    reach = max(1, reach / 3)
  }
  return rungs
}

func survivors(_ losses: [Double]) -> [Int] {
  func isBetter(_ a: Int, _ b: Int) -> Bool {
    if losses[a].isNaN != losses[b].isNaN { return losses[a].isNaN }
    if losses[a] != losses[b], !losses[a].isNaN { return losses[a] < losses[b] }
    return a < b
  }
  return losses.indices.sorted(by: isBetter).prefix((losses.count + 2) / 3).sorted()
}

func cost(settings: Int, steps: Int) -> Int {
  var (made, total) = (0, 0)
  for rung in plan(settings: settings, steps: steps) {
    total += rung[0] * (rung[1] - made)
    made = rung[1]
  }
  return total
}
