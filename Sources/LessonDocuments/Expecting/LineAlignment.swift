// Which printed line answers which expected line: a longest common subsequence in which `...` takes lines for nothing.

enum LineAlignment {
  enum Pair: Equatable {
    case same(expected: Int, printed: Int)
    case missing(expected: Int)
    case unexpected(printed: Int)
    /// `...` and the lines that it took.
    case skipped(expected: Int, printed: Range<Int>)
  }

  /// The table has at most this many cells; lines beyond are taken as missing and unexpected without a search.
  private static let mostCells = 4_000_000

  /// Whether the printed lines are as expected; time is linear but for lines that `...` has to try.
  static func isMatch(_ expected: [ExpectedLine], _ printed: [[UInt8]]) -> Bool {
    var index = 0
    var line = 0
    var retry: (index: Int, line: Int)?
    while true {
      if index < expected.count {
        if case .skip = expected[index] {
          index += 1
          retry = (index, line)
          continue
        }
        if line < printed.count, expected[index].matches(printed[line]) {
          index += 1
          line += 1
          continue
        }
      } else if line == printed.count || retry?.index == index {
        return true
      }
      guard let last = retry, last.line < printed.count else { return false }
      retry = (last.index, last.line + 1)
      (index, line) = (last.index, last.line + 1)
    }
  }

  /// The pairs in order, with the fewest missing and unexpected lines.
  static func pairs(_ expected: [ExpectedLine], _ printed: [[UInt8]]) -> [Pair] {
    let head = commonPrefix(expected[...], printed[...])
    let tail = commonSuffix(expected[head...], printed[head...])
    var expectedEnd = expected.count - tail
    var printedEnd = printed.count - tail
    let (expectedRest, printedRest) = (expectedEnd, printedEnd)
    if (expectedEnd - head + 1) * (printedEnd - head + 1) > mostCells {
      expectedEnd = min(expectedEnd, head + 1_000)
      printedEnd = min(printedEnd, head + mostCells / (expectedEnd - head + 1) - 1)
    }
    var pairs = (0..<head).map { Pair.same(expected: $0, printed: $0) }
    pairs += searched(expected, head..<expectedEnd, printed, head..<printedEnd)
    pairs += (expectedEnd..<expectedRest).map { Pair.missing(expected: $0) }
    pairs += (printedEnd..<printedRest).map { Pair.unexpected(printed: $0) }
    pairs += (0..<tail).map { Pair.same(expected: expectedRest + $0, printed: printedRest + $0) }
    return givenBack(pairs)
  }

  private static func commonPrefix(_ expected: ArraySlice<ExpectedLine>, _ printed: ArraySlice<[UInt8]>) -> Int {
    zip(expected, printed).prefix { isSame($0, $1) }.count
  }

  private static func commonSuffix(_ expected: ArraySlice<ExpectedLine>, _ printed: ArraySlice<[UInt8]>) -> Int {
    zip(expected.reversed(), printed.reversed()).prefix { isSame($0, $1) }.count
  }

  private static func isSame(_ expected: ExpectedLine, _ printed: [UInt8]) -> Bool {
    if case .skip = expected { return false }
    return expected.matches(printed)
  }

  private static func searched(
    _ expected: [ExpectedLine], _ rows: Range<Int>, _ printed: [[UInt8]], _ columns: Range<Int>
  ) -> [Pair] {
    let width = columns.count + 1
    // cost[i * width + j]: of aligning what is left from row i and column j on.
    var cost = [Int32](repeating: 0, count: (rows.count + 1) * width)
    for j in stride(from: columns.count - 1, through: 0, by: -1) { cost[rows.count * width + j] = Int32(width - 1 - j) }
    for i in stride(from: rows.count - 1, through: 0, by: -1) {
      let line = expected[rows.lowerBound + i]
      let isSkip = if case .skip = line { true } else { false }
      let step: Int32 = isSkip ? 0 : 1
      for j in stride(from: columns.count, through: 0, by: -1) {
        var best = cost[(i + 1) * width + j] + step
        if j < columns.count {
          best = min(best, cost[i * width + j + 1] + step)
          if !isSkip, line.matches(printed[columns.lowerBound + j]) { best = min(best, cost[(i + 1) * width + j + 1]) }
        }
        cost[i * width + j] = best
      }
    }
    var pairs: [Pair] = []
    var (i, j) = (0, 0)
    while i < rows.count || j < columns.count {
      let (row, column) = (rows.lowerBound + i, columns.lowerBound + j)
      let here = cost[i * width + j]
      guard i < rows.count else {
        pairs.append(.unexpected(printed: column))
        j += 1
        continue
      }
      if case .skip = expected[row] {
        let start = column
        while j < columns.count, cost[(i + 1) * width + j] > here { j += 1 }
        pairs.append(.skipped(expected: row, printed: start..<columns.lowerBound + j))
        i += 1
      } else if j < columns.count, cost[(i + 1) * width + j + 1] == here, expected[row].matches(printed[column]) {
        pairs.append(.same(expected: row, printed: column))
        i += 1
        j += 1
      } else if cost[(i + 1) * width + j] + 1 == here {
        pairs.append(.missing(expected: row))
        i += 1
      } else {
        pairs.append(.unexpected(printed: column))
        j += 1
      }
    }
    return pairs
  }

  /// Where a line is missing beside a `...`, the line that the `...` took in its place is what was printed instead.
  private static func givenBack(_ pairs: [Pair]) -> [Pair] {
    var result: [Pair] = []
    var index = 0
    while index < pairs.count {
      guard case .skipped(let expected, var taken) = pairs[index] else {
        result.append(pairs[index])
        index += 1
        continue
      }
      let before = result.reversed().prefix { $0.isMissing }.count
      let front = min(before, taken.count)
      result += taken.prefix(front).map { .unexpected(printed: $0) }
      taken = taken.dropFirst(front)
      let after = pairs[(index + 1)...].prefix { $0.isMissing }
      let isReplaced = index + 1 + after.count < pairs.count && pairs[index + 1 + after.count].isUnexpected
      let back = isReplaced ? 0 : min(after.count, taken.count)
      result.append(.skipped(expected: expected, printed: taken.dropLast(back)))
      result += after
      result += taken.suffix(back).map { .unexpected(printed: $0) }
      index += 1 + after.count
    }
    return result
  }
}

extension LineAlignment.Pair {
  fileprivate var isMissing: Bool { if case .missing = self { true } else { false } }
  fileprivate var isUnexpected: Bool { if case .unexpected = self { true } else { false } }
}
