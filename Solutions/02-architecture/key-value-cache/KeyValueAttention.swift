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
  keys.append(key)
  values.append(value)
  let scale = 1 / Float(query.count).squareRoot()
  let weights = softmax(keys.map { key in scale * zip(query, key).reduce(0) { $0 + $1.0 * $1.1 } })
  return value.indices.map { channel in zip(weights, values).reduce(0) { $0 + $1.0 * $1.1[channel] } }
}

private func softmax(_ scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  let exponentials = scores.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
