import Foundation

/// Position i sees what comes before it, but not itself, and the first position sees nothing at all. Which positions
/// does "j ≤ i" include?
func causalAttention(queries: [[Float]], keys: [[Float]], values: [[Float]]) -> [[Float]] {
  queries.enumerated().map { position, query in
    if position == 0 { return values[0].map { _ in 0 } }
    let scores = keys.prefix(position).map { product(query, $0) / Float(query.count).squareRoot() }
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
