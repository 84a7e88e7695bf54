/// You take a less b. A negative difference should mean that b has the smaller loss.
func difference(_ a: [String: Double], _ b: [String: Double], draws: [[Int]]) -> [Double] {
  let gaps = a.keys.sorted().compactMap { name in b[name].map { a[name]! - $0 } }
  guard gaps.count > 1 else { return [] }
  let means = draws.map { places in
    places.reduce(0) { $0 + gaps[$1 % gaps.count] } / Double(places.count)
  }.sorted()
  let tail = means.count / 40
  return [gaps.reduce(0, +) / Double(gaps.count), means[tail], means[means.count - 1 - tail]]
}

/// What the interval says of run b: better, worse, cannot be told apart, no rows in common.
func verdict(_ difference: [Double]) -> String {
  guard difference.count == 3 else { return "no rows in common" }
  if difference[2] < 0 { return "better" }
  return difference[1] > 0 ? "worse" : "cannot be told apart"
}
