// What a learner's rounding is asked.

let probes = Probes {
  Probe("the row of the task", points: 2) { rounded([0.5, -1, 0.2, 0.04], group: 2, largest: 7) }
  Probe("one group for the row, as int8", points: 2) {
    rounded([0.127, -0.0632, 0.0017, 0.05], group: 4, largest: 127)
  }
  Probe("a last group that is not full", points: 2) { rounded([1, 0.4, -0.2, 0.3, -3], group: 3, largest: 7) }
  Probe("a group of zeros", points: 2) { rounded([0, 0, 0.9, -0.3], group: 2, largest: 7) }
  Probe("relative errors", points: 2) {
    [
      relativeError([3, 4], [3, 4.5]), relativeError([0, 0], [0, 0]), relativeError([1, -1, 1, -1], [1, -1, 1, -0.8]),
    ]
  }
  Probe("bytes of a matrix", points: 2, tolerance: .exact) {
    [
      byteCount(rows: 10, columns: 64, group: 64, bits: 8), byteCount(rows: 3, columns: 64, group: 32, bits: 4),
      byteCount(rows: 5, columns: 7, group: 4, bits: 4), byteCount(rows: 4, columns: 10, group: 16, bits: 3),
    ]
  }
  Probe("random rows", points: 3, needs: ["the row of the task"]) { random in
    (0..<4).map { _ in
      let row = random.normal(random.integer(in: 5...20))
      let found = rounded(row, group: random.integer(in: 2...6), largest: 7)
      return found + [[relativeError(row, found[2])]]
    }
  }
}

/// Steps, whole numbers, and what is read back.
func rounded(_ row: [Float], group: Int, largest: Int) -> [[Float]] {
  let (steps, numbers) = (
    steps(row, group: group, largest: largest), wholeNumbers(row, group: group, largest: largest)
  )
  guard numbers.count == row.count, steps.count == (row.count + group - 1) / group else {
    return [steps, numbers.map { Float($0) }, []]
  }
  return [steps, numbers.map { Float($0) }, readBack(numbers, steps: steps, group: group)]
}
