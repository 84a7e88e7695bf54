// Attention for one new token, with the keys and values of those before it in a cache.
import Foundation

/// Adds a token to the cache, and lets it attend to all that is there.
///
/// - Parameters:
///   - query, key: `[channels]`, of the new token.
///   - value: `[valueChannels]`
///   - keys, values: the cache, a row for each token so far; one more afterwards.
/// - Returns: `[valueChannels]`
func attendNext(
  query: [Float], key: [Float], value: [Float], keys: inout [[Float]], values: inout [[Float]]
) -> [Float] {
  // TODO(key-value-cache): store the key and the value, then mix all the values.
  []
}
