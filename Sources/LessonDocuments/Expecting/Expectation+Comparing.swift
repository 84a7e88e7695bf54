// What a step printed against its expect block (LESSON_FORMAT rule 8).

extension Expectation {
  /// The difference between this block and what was printed; nil if there is none.
  ///
  /// In the block, `...` alone on a line stands for any number of lines, and inside a line for any characters;
  /// `≈0.123` for a number that differs by at most a thousandth of it (by at most 0.001 from `≈0`), and `0.123±0.01`
  /// for a number at most 0.01 away. Everything else is literal. Any line ending will do, and the last may be left out.
  public func compare(with output: String) -> [DiffLine]? {
    let expected = lines.map(ExpectedLine.init)
    let printed = Self.printedLines(output)
    if LineAlignment.isMatch(expected, printed) { return nil }
    let difference = LineAlignment.pairs(expected, printed).map { pair in
      switch pair {
      case .same(_, let line): DiffLine(.same, String(decoding: printed[line], as: UTF8.self))
      case .missing(let line): DiffLine(.missing, lines[line])
      case .unexpected(let line): DiffLine(.unexpected, String(decoding: printed[line], as: UTF8.self))
      case .skipped(let line, _): DiffLine(.same, lines[line])
      }
    }
    return DiffLine.shortened(difference)
  }

  /// The lines of a text, cut as a Markdown file's lines are, so that what was promoted matches.
  static func printedLines(_ output: String) -> [[UInt8]] {
    let lines = SourceLines(Array(output.utf8))
    return stride(from: 1, through: lines.count, by: 1).map { lines.normalised(line: $0) }
  }
}
