// Positions as waves of falling frequency.
import Foundation

/// The sinusoidal encoding of the positions 0, 1, 2 and so on.
///
/// - Returns: `[positions][channels]`
func positionalEncoding(positions: Int, channels: Int) -> [[Float]] {
  (0..<positions).map { position in
    (0..<channels).map { channel in
      let pair = channel - channel % 2
      let angle = Double(position) / pow(10_000, Double(pair) / Double(channels))
      return Float(channel == pair ? sin(angle) : cos(angle))
    }
  }
}
