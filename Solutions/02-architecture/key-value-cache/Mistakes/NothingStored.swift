import Foundation

/// The result is right for this token, but the cache is as it was before: the next token will not see it. What do
/// `inout` parameters let you do?
func attendNext(
  query: [Float], key: [Float], value: [Float], keys: inout [[Float]], values: inout [[Float]]
) -> [Float] {
  let (stored, mixed) = (keys + [key], values + [value])
  let weights = softmax(stored.map { product(query, $0) / Float(query.count).squareRoot() })
  return value.indices.map { channel in zip(weights, mixed).reduce(0) { $0 + $1.0 * $1.1[channel] } }
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

private func softmax(_ scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  let exponentials = scores.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
