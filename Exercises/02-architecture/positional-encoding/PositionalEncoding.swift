// Positions as waves of falling frequency.
import Foundation

/// The sinusoidal encoding of the positions 0, 1, 2 and so on.
///
/// - Returns: `[positions][channels]`
func positionalEncoding(positions: Int, channels: Int) -> [[Float]] {
  // TODO(positional-encoding): a sine and a cosine for each pair of channels.
  []
}
