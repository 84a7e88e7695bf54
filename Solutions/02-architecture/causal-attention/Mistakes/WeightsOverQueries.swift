import Foundation

/// Your weights add up to 1 over the queries that see a key, not over the keys that a query sees. Which axis does one
/// position divide its attention along?
func causalAttention(queries: [[Float]], keys: [[Float]], values: [[Float]]) -> [[Float]] {
  let scores = queries.map { query in keys.map { product(query, $0) / Float(query.count).squareRoot() } }
  let columns = keys.indices.map { key in softmax(scores.indices.filter { $0 >= key }.map { scores[$0][key] }) }
  return queries.indices.map { query in mixture((0...query).map { columns[$0][query - $0] }, values) }
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
