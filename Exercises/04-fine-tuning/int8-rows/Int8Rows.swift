// Rounding a row of weights to whole numbers with a step for each group.

/// The step of each group.
func steps(_ row: [Float], group: Int, largest: Int) -> [Float] {
  // TODO(int8-rows): what one step is worth, group by group.
  []
}

/// The weights in steps of their groups, rounded.
func wholeNumbers(_ row: [Float], group: Int, largest: Int) -> [Int] {
  // TODO(int8-rows): divide and round; mind a group of zeros.
  []
}

/// What is computed with.
func readBack(_ numbers: [Int], steps: [Float], group: Int) -> [Float] {
  // TODO(int8-rows): each number times the step of its group.
  []
}

/// The length of what was lost, as a share of the length of the weights.
func relativeError(_ exact: [Float], _ read: [Float]) -> Float {
  // TODO(int8-rows): both lengths.
  0
}

/// Of a whole matrix.
func byteCount(rows: Int, columns: Int, group: Int, bits: Int) -> Int {
  // TODO(int8-rows): numbers and steps.
  0
}
