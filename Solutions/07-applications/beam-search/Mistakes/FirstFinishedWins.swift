import Foundation

/// The search stops as soon as one text is finished. A likelier one may still be open.
func beamSearch(_ next: [[Double]], from start: Int, end: Int, width: Int, longest: Int) -> [Int] {
  var beams: [(ids: [Int], sum: Double)] = [([], 0)]
  for _ in 0..<longest {
    if beams.contains(where: { $0.ids.last == end }) { break }
    var grown: [(ids: [Int], sum: Double)] = []
    for beam in beams {
      if beam.ids.last == end {
        grown.append(beam)
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
