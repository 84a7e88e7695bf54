import Foundation

/// Your direction is not made as long as 1 in each round. What does a vector do that is stretched two hundred times?
func strongest(_ m: [[Double]], rounds: Int) -> [Double] {
  func unit(_ v: [Double], else other: [Double]) -> [Double] {
    let length = sqrt(squares(v))
    return length < 1e-12 ? other : v.map { $0 / length }
  }
  var start: [Double] = []
  for _ in m.first ?? [] { start.append(Double(start.count + 1)) }
  var v = unit(start, else: start)
  for _ in 0..<rounds { v = transposedTimes(m, times(m, v)) }
  return v
}

func without(_ m: [[Double]], _ v: [Double]) -> [[Double]] {
  let image = times(m, v)
  var rest = m
  for o in m.indices { for i in v.indices { rest[o][i] -= image[o] * v[i] } }
  return rest
}

func shares(_ m: [[Double]], count: Int) -> [Double] {
  let whole = squares(m.flatMap(\.self))
  var (rest, held) = (m, 0.0)
  return (0..<count).map { _ in
    let v = strongest(rest, rounds: 200)
    held += squares(times(rest, v))
    rest = without(rest, v)
    return whole == 0 ? 1 : held / whole
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}

private func times(_ m: [[Double]], _ v: [Double]) -> [Double] { m.map { dot($0, v) } }

private func transposedTimes(_ m: [[Double]], _ u: [Double]) -> [Double] {
  var sums = [Double](repeating: 0, count: m.first?.count ?? 0)
  for (o, row) in m.enumerated() { for i in row.indices { sums[i] += row[i] * u[o] } }
  return sums
}

private func squares(_ v: [Double]) -> Double { dot(v, v) }
