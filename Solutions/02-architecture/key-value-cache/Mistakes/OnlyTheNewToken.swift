import Foundation

/// Each token hears only itself. Its query should be compared with every key in the cache, not just with its own.
func attendNext(
  query: [Float], key: [Float], value: [Float], keys: inout [[Float]], values: inout [[Float]]
) -> [Float] {
  keys.append(key)
  values.append(value)
  return value
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

private func softmax(_ scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  let exponentials = scores.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
