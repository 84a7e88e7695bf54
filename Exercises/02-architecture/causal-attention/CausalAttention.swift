// Causal attention: each position mixes the values of those that it may see.
import Foundation

/// Scaled dot-product attention in which no position sees a later one, for one head and one text.
///
/// - Parameters:
///   - queries, keys: `[time][channels]`
///   - values: `[time][valueChannels]`
/// - Returns: `[time][valueChannels]`
func causalAttention(queries: [[Float]], keys: [[Float]], values: [[Float]]) -> [[Float]] {
  // TODO(causal-attention): scores with the keys up to each position, their softmax, and the mixture of the values.
  []
}
