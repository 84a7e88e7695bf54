import Foundation

/// Your search takes the likeliest token each time, however many beams it is given. What has to be kept besides?
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
        grown.append((beam.ids + [token], beam.sum + log(probability)))
      }
    }
    beams = Array(grown.sorted { $0.sum > $1.sum }.prefix(1))
  }
  return beams.max { $0.sum < $1.sum }?.ids ?? []
}
