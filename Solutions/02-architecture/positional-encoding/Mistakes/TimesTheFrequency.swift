import Foundation

/// The position is multiplied by 10000^(2i / d) where it should be divided by it, so later channels get faster. Which
/// waves can still tell apart positions that are far from each other?
func positionalEncoding(positions: Int, channels: Int) -> [[Float]] {
  (0..<positions).map { position in
    (0..<channels).map { channel in
      let pair = channel - channel % 2
      let angle = Double(position) * pow(10_000, Double(pair) / Double(channels))
      return Float(channel == pair ? sin(angle) : cos(angle))
    }
  }
}
