// What a learner's directions are asked.

let probes = Probes {
  Probe("the strongest direction of the task", points: 1, tolerance: .absolute(1e-4)) {
    strongest([[3, 0], [0, 1]], rounds: 200)
  }
  Probe("single rounds, on matrices that are not square", points: 3, tolerance: .absolute(1e-6)) {
    [
      strongest([[3, 0], [0, 1]], rounds: 0), strongest([[3, 0], [0, 1]], rounds: 1),
      strongest([[1, 2, 0], [0, 1, 4]], rounds: 2), strongest([[2], [1], [2]], rounds: 3),
      strongest([[0, 0], [0, 0]], rounds: 5),
    ]
  }
  Probe("what is left", points: 2, tolerance: .absolute(1e-6)) {
    [without([[3, 0], [0, 1]], [1, 0]), without([[1, 2, 3], [4, 5, 6]], [0.6, 0, 0.8])]
  }
  Probe("the shares of the task", points: 2, tolerance: .absolute(1e-3)) { shares([[3, 0], [0, 1]], count: 2) }
  Probe("an update of rank 1, and one of rank 2", points: 2, tolerance: .absolute(1e-3)) {
    [
      shares(product([[2], [1], [3]], [[1, 0, 2, 1]]), count: 3),
      shares(product([[5, 0], [0, 1], [1, 1]], [[1, 0, 2, 1], [0, 1, 0, 1]]), count: 3),
      shares([[0, 0], [0, 0]], count: 2),
    ]
  }
  Probe("random matrices", points: 3, tolerance: .absolute(1e-3)) { random in
    // Two directions at most; where they are about as strong, the shares hardly depend on which is found first.
    let change = product(numbers(5, 2, random), numbers(2, 7, random))
    return [shares(change, count: 2), strongest(change, rounds: 3)]
  }
}

/// B A, as the update of an adapter.
func product(_ b: [[Double]], _ a: [[Double]]) -> [[Double]] {
  b.map { row in
    var sums = [Double](repeating: 0, count: a[0].count)
    for (r, number) in row.enumerated() { for i in sums.indices { sums[i] += number * a[r][i] } }
    return sums
  }
}

func numbers(_ rows: Int, _ columns: Int, _ random: ProbeRandom) -> [[Double]] {
  (0..<rows).map { _ in random.integers(columns, in: -9...9).map { Double($0) + 0.5 } }
}
