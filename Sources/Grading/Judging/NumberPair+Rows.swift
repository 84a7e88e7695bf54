// Patterns of rows and columns: what they sum to, and rows that are off by a number of their own.

extension NumberPair {
  /// The expected rows sum to one and the actual ones do not: do the columns, or all numbers together?
  var sumsDiffer: String? {
    guard width > 1, sumToOne(rows(expected)), !sumToOne(rows(actual)) else { return nil }
    let sums = rows(actual).map { $0.reduce(0, +) }
    guard shape.count > 1, sums.count > 1 else {
      return "the numbers sum to \(ValueText.number(sums[0])); they should sum to 1"
    }
    if isMatrix, sumToOne(columns(actual)) { return "the columns sum to 1; the rows should" }
    if sumToOne([actual]) { return "all numbers together sum to 1; each row should" }
    return "the rows sum to \(ValueText.list(sums.map(ValueText.number), most: 4)); each should sum to 1"
  }

  var rowsAreMultiples: String? {
    guard let factors = factors(rows(expected), rows(actual)) else { return nil }
    return "each row is a multiple of the expected one (\(ValueText.list(factors.map(ValueText.number), most: 4))): "
      + "what is a row multiplied or divided by?"
  }

  var columnsAreMultiples: String? {
    guard isMatrix, let factors = factors(columns(expected), columns(actual)) else { return nil }
    return "each column is a multiple of the expected one (\(ValueText.list(factors.map(ValueText.number), most: 4))): "
      + "what is a column multiplied or divided by?"
  }

  var rowsAreOffset: String? {
    let lines = zip(rows(expected), rows(actual))
    guard shape.count > 1, shape.dropLast().reduce(1, *) > 1, width > 1 else { return nil }
    let offsets = lines.map { areSame($1, $0) ? 0 : offset($0, $1) }
    guard offsets.allSatisfy({ $0 != nil }) else { return nil }
    return
      "each row is off by a number of its own (\(ValueText.list(offsets.map { ValueText.number($0 ?? 0) }, most: 4))): "
      + "what is added to a row, or subtracted from it?"
  }

  private func sumToOne(_ lines: [[Double]]) -> Bool {
    lines.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-4 }
  }

  /// A factor for each line; nil unless all have one.
  private func factors(_ expected: [[Double]], _ actual: [[Double]]) -> [Double]? {
    guard expected.count > 1, (expected.first?.count ?? 0) > 1 else { return nil }
    let factors = zip(expected, actual).compactMap { areSame($1, $0) ? 1 : factor($0, $1) }
    return factors.count == expected.count ? factors : nil
  }
}
