import Foundation

/// The exponent was divided as whole numbers, so it is 0 for every channel and all waves are equally fast. Make the
/// numbers Float or Double before you divide.
func positionalEncoding(positions: Int, channels: Int) -> [[Float]] {
  (0..<positions).map { position in
    (0..<channels).map { channel in
      let pair = channel - channel % 2
      let angle = Double(position) / pow(10_000, Double(pair / channels))
      return Float(channel == pair ? sin(angle) : cos(angle))
    }
  }
}
