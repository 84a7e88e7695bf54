import Foundation

/// The exponent is i / d, not 2i / d, so the slowest wave is a hundred times too fast. i counts pairs, d counts
/// channels: how many channels lie before pair i?
func positionalEncoding(positions: Int, channels: Int) -> [[Float]] {
  (0..<positions).map { position in
    (0..<channels).map { channel in
      let angle = Double(position) / pow(10_000, Double(channel / 2) / Double(channels))
      return Float(channel % 2 == 0 ? sin(angle) : cos(angle))
    }
  }
}
