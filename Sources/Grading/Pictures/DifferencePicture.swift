// The numbers of a small value, expected and given: a list below the expected one, a matrix beside it.
import Rendering

struct DifferencePicture {
  private let difference: ValueDifference
  private let options: TextOptions

  init(_ difference: ValueDifference, options: TextOptions) {
    (self.difference, self.options) = (difference, options)
  }

  /// Nothing where there are no numbers to draw.
  var lines: [StyledLine] {
    guard let sides = DrawnNumbers.sides(of: difference) else { return [] }
    if options.plain { return words(sides.expected, sides.actual) }
    let column = NumberColumn(sides.expected.values + sides.actual.values, options: options)
    return sides.expected.isMatrix || sides.actual.isMatrix
      ? matrices(sides.expected, sides.actual, column) : list(sides.expected, sides.actual, column)
  }

  /// - Parameter isActual: what came, and not what is expected.
  private func cells(_ side: DrawnNumbers, _ column: NumberColumn, isActual: Bool) -> [[NumberGrid.Cell]] {
    side.rows.map { row in
      row.map { index in
        let isWrong = side.wrong.contains(index)
        let style = isActual ? PictureStyle.printed : PictureStyle.expected
        return NumberGrid.Cell(
          text: column.string(side.values[index]), style: isWrong ? style : TextStyle(), isMarked: isActual && isWrong)
      }
    }
  }

  /// The wrong numbers one by one.
  private func words(_ expected: DrawnNumbers, _ actual: DrawnNumbers) -> [StyledLine] {
    let mostNumbers = 12
    guard expected.shape == actual.shape else { return [] }
    let text = NumberText(options)
    let wrong = actual.wrong.sorted()
    var sentences = wrong.prefix(mostNumbers).map { index in
      let (row, column) = (index / expected.columnCount, index % expected.columnCount)
      return (expected.isMatrix ? "Row \(row), column \(column)" : "At \(column)")
        + ": expected \(text.short(expected.values[index])), yours \(text.short(actual.values[index]))."
    }
    if wrong.count > mostNumbers { sentences.append("\(wrong.count - mostNumbers) more are wrong.") }
    return sentences.flatMap { StyledLine($0).wrapped(to: options.width) }
  }

  /// One row for what is expected, one for what came.
  private func list(_ expected: DrawnNumbers, _ actual: DrawnNumbers, _ column: NumberColumn) -> [StyledLine] {
    let grid = NumberGrid(
      rowLabels: ["expected", "yours"],
      cells: cells(expected, column, isActual: false) + cells(actual, column, isActual: true), options: options)
    let place = expected.wrong.min() ?? min(expected.columnCount, actual.columnCount)
    return grid.lines(width: options.width, showing: (0, place)).map { $0.trimmed }
  }

  private func matrices(_ expected: DrawnNumbers, _ actual: DrawnNumbers, _ column: NumberColumn) -> [StyledLine] {
    let hasOtherShape = expected.shape != actual.shape
    let sides = [(expected, "expected", false), (actual, "yours", true)].map { side, title, isActual in
      (
        title: StyledLine(title + (hasOtherShape ? " \(ValueText.shape(side.shape))" : ""), PictureStyle.name),
        grid: NumberGrid(
          rowLabels: (0..<side.rowCount).map(String.init), cells: cells(side, column, isActual: isActual),
          options: options)
      )
    }
    let gap = 4
    let isBeside = sides[0].grid.width + gap + sides[1].grid.width <= options.width
    let first = expected.wrong.min() ?? 0
    let place = (row: first / expected.columnCount, column: first % expected.columnCount)
    let blocks = sides.map { title, grid in
      [title] + grid.lines(width: isBeside ? grid.width : options.width, showing: hasOtherShape ? (0, 0) : place)
    }
    let lines =
      isBeside
      ? PictureLayout.sideBySide(blocks, gap: gap, width: options.width) : blocks[0] + [StyledLine()] + blocks[1]
    return lines.map { $0.trimmed }
  }
}

extension StyledLine {
  /// Without spaces at its end.
  fileprivate var trimmed: StyledLine {
    var line = self
    while let last = line.spans.last {
      let kept = last.text.reversed().drop { $0 == " " }.count
      line.spans[line.spans.count - 1].text = String(last.text.prefix(kept))
      if kept > 0 { break }
      line.spans.removeLast()
    }
    return line
  }
}
