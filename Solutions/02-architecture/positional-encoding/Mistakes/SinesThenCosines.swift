import Foundation

/// All sines stand in the first half and all cosines in the second. Some libraries do that; here a sine and its cosine
/// are neighbours.
func positionalEncoding(positions: Int, channels: Int) -> [[Float]] {
  (0..<positions).map { position in
    (0..<channels).map { channel in
      let half = (channels + 1) / 2
      let angle = Double(position) / pow(10_000, Double(2 * (channel % half)) / Double(channels))
      return Float(channel < half ? sin(angle) : cos(angle))
    }
  }
}
