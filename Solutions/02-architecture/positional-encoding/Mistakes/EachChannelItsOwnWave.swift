import Foundation

/// Every channel has a frequency of its own. The two channels of a pair share one, so that they are the sine and the
/// cosine of the same angle: what is 2i for channel 3?
func positionalEncoding(positions: Int, channels: Int) -> [[Float]] {
  (0..<positions).map { position in
    (0..<channels).map { channel in
      let angle = Double(position) / pow(10_000, Double(channel) / Double(channels))
      return Float(channel % 2 == 0 ? sin(angle) : cos(angle))
    }
  }
}
