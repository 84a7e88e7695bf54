import Foundation

/// The token attends before its own key and value are stored, so it does not see itself, and the first one sees
/// nothing. Which comes first?
func attendNext(
  query: [Float], key: [Float], value: [Float], keys: inout [[Float]], values: inout [[Float]]
) -> [Float] {
  let weights = softmax(keys.map { product(query, $0) / Float(query.count).squareRoot() })
  let heard = value.indices.map { channel in zip(weights, values).reduce(Float(0)) { $0 + $1.0 * $1.1[channel] } }
  keys.append(key)
  values.append(value)
  return heard
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

private func softmax(_ scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  let exponentials = scores.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
