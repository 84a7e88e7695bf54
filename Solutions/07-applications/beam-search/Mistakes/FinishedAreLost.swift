import Foundation

/// A text that has met the end is gone from your list in the next step. It is not gone on with, but stays among those
/// that are compared.
func beamSearch(_ next: [[Double]], from start: Int, end: Int, width: Int, longest: Int) -> [Int] {
  var beams: [(ids: [Int], sum: Double)] = [([], 0)]
  for _ in 0..<longest {
    if beams.allSatisfy({ $0.ids.last == end }) { break }
    var grown: [(ids: [Int], sum: Double)] = []
    for beam in beams {
      if beam.ids.last == end {
        continue
      }
      for (token, probability) in next[beam.ids.last ?? start].enumerated() where probability > 0 {
        grown.append((beam.ids + [token], beam.sum + log(probability)))
      }
    }
    beams = Array(grown.sorted { $0.sum > $1.sum }.prefix(width))
  }
  return beams.max { $0.sum < $1.sum }?.ids ?? []
}
