// Causal attention: each position mixes the values of those that it may see.
import Foundation

/// Scaled dot-product attention in which no position sees a later one, for one head and one text.
///
/// - Parameters:
///   - queries, keys: `[time][channels]`
///   - values: `[time][valueChannels]`
/// - Returns: `[time][valueChannels]`
func causalAttention(queries: [[Float]], keys: [[Float]], values: [[Float]]) -> [[Float]] {
  queries.enumerated().map { position, query in
    let scale = 1 / Float(query.count).squareRoot()
    let scores = keys[...position].map { key in scale * zip(query, key).reduce(0) { $0 + $1.0 * $1.1 } }
    return mixture(of: values, weights: softmax(scores))
  }
}

/// The sum of the first values, each times its weight.
private func mixture(of values: [[Float]], weights: [Float]) -> [Float] {
  var sum = values[0].map { _ in Float(0) }
  for (weight, value) in zip(weights, values) {
    for channel in sum.indices { sum[channel] += weight * value[channel] }
  }
  return sum
}

private func softmax(_ scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  let exponentials = scores.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
