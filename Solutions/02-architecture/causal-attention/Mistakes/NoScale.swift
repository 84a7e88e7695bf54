import Foundation

/// The scores are not divided by √d. Dot products of long vectors are large, and the softmax then hears one position
/// only: what keeps their size the same for any number of channels?
func causalAttention(queries: [[Float]], keys: [[Float]], values: [[Float]]) -> [[Float]] {
  queries.enumerated().map { position, query in
    mixture(softmax(keys.prefix(position + 1).map { product(query, $0) }), values)
  }
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

private func mixture(_ weights: [Float], _ values: [[Float]]) -> [Float] {
  (values.first ?? []).indices.map { channel in zip(weights, values).reduce(0) { $0 + $1.0 * $1.1[channel] } }
}

private func softmax(_ scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  let exponentials = scores.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
