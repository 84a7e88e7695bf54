import Foundation

/// The new key and value stand at the front of the cache. The mixture does not mind, but what is stored is no longer in
/// the order of the text: where does a new token belong?
func attendNext(
  query: [Float], key: [Float], value: [Float], keys: inout [[Float]], values: inout [[Float]]
) -> [Float] {
  keys.insert(key, at: 0)
  values.insert(value, at: 0)
  let weights = softmax(keys.map { product(query, $0) / Float(query.count).squareRoot() })
  return value.indices.map { channel in zip(weights, values).reduce(0) { $0 + $1.0 * $1.1[channel] } }
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

private func softmax(_ scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  let exponentials = scores.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
