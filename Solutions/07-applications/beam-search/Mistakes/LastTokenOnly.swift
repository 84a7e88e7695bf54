import Foundation

/// Beams are compared by the probability of their last token. What counts is that of the whole text so far.
func beamSearch(_ next: [[Double]], from start: Int, end: Int, width: Int, longest: Int) -> [Int] {
  var beams: [(ids: [Int], sum: Double)] = [([], 0)]
  for _ in 0..<longest {
    if beams.allSatisfy({ $0.ids.last == end }) { break }
    var grown: [(ids: [Int], sum: Double)] = []
    for beam in beams {
      if beam.ids.last == end {
        grown.append(beam)
        continue
      }
      for (token, probability) in next[beam.ids.last ?? start].enumerated() where probability > 0 {
        grown.append((beam.ids + [token], log(probability)))
      }
    }
    beams = Array(grown.sorted { $0.sum > $1.sum }.prefix(width))
  }
  return beams.max { $0.sum < $1.sum }?.ids ?? []
}
