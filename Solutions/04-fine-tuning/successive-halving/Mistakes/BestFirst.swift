/// The right ones go on, in the order of their losses. Asked for are their places in the order in which they stand.
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
    if losses[a].isNaN != losses[b].isNaN { return losses[b].isNaN }
    if losses[a] != losses[b], !losses[a].isNaN { return losses[a] < losses[b] }
    return a < b
  }
  return losses.indices.sorted(by: isBetter).prefix((losses.count + 2) / 3).map { $0 }
}

func cost(settings: Int, steps: Int) -> Int {
  var (made, total) = (0, 0)
  for rung in plan(settings: settings, steps: steps) {
    total += rung[0] * (rung[1] - made)
    made = rung[1]
  }
  return total
}
