import Foundation

/// The later positions are left out after the softmax, so the weights that remain no longer add up to 1. What must
/// happen to their scores before the softmax, so that it never counts them?
func causalAttention(queries: [[Float]], keys: [[Float]], values: [[Float]]) -> [[Float]] {
  queries.enumerated().map { position, query in
    let scores = keys.map { product(query, $0) / Float(query.count).squareRoot() }
    return mixture(Array(softmax(scores).prefix(position + 1)), values)
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
