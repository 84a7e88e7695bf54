// The numbers of a small value, expected and given: a list below the expected one, a matrix beside it.
import Rendering

struct DifferencePicture {
  private let difference: ValueDifference
  private let options: TextOptions

  init(_ difference: ValueDifference, options: TextOptions) {
    (self.difference, self.options) = (difference, options)
  }

  private struct Side {
    var title: String
    var shape: [Int]
    var values: [Double]
    var wrong: Set<Int>
    var style: TextStyle

    var rowCount: Int { shape.count == 2 ? shape[0] : 1 }
    var columnCount: Int { shape.last ?? 1 }

    /// nil where the numbers do not fill the shape: it came from elsewhere.
    init?(_ title: String, _ shape: [Int], _ values: [Double], wrong: [Int], style: TextStyle) {
      guard shape.count <= 2, shape.allSatisfy({ $0 > 0 && $0 <= 64 }), values.count == shape.reduce(1, *) else {
        return nil
      }
      (self.title, self.shape, self.values, self.wrong, self.style) = (title, shape, values, Set(wrong), style)
    }
  }

  /// Nothing for a value that is large, has more than two axes, is a single number, or no numbers.
  var lines: [StyledLine] {
    guard let shape = difference.shape, let expected = difference.expectedNumbers,
      let actual = difference.actualNumbers, max(expected.count, actual.count) > 1
    else { return [] }
    let wrong = difference.wrongNumbers ?? []
    guard let left = Side("expected", shape, expected, wrong: wrong, style: PictureStyle.expected),
      let right = Side(
        "yours", difference.actualShape ?? shape, actual, wrong: wrong, style: PictureStyle.printed)
    else { return [] }
    let column = NumberColumn(expected + actual, options: options)
    return left.shape.count < 2 && right.shape.count < 2 ? list(left, right, column) : matrices(left, right, column)
  }

  private func cells(_ side: Side, _ column: NumberColumn, isMarked: Bool) -> [[NumberGrid.Cell]] {
    (0..<side.rowCount).map { row in
      (row * side.columnCount..<(row + 1) * side.columnCount).map { index in
        let isWrong = side.wrong.contains(index)
        return NumberGrid.Cell(
          text: column.string(side.values[index]), style: isWrong ? side.style : TextStyle(),
          isMarked: isMarked && isWrong)
      }
    }
  }

  /// One row for what is expected, one for what came.
  private func list(_ left: Side, _ right: Side, _ column: NumberColumn) -> [StyledLine] {
    let grid = NumberGrid(
      rowLabels: [left.title, right.title],
      cells: cells(left, column, isMarked: false) + cells(right, column, isMarked: true), options: options)
    let place = left.wrong.min() ?? min(left.columnCount, right.columnCount)
    return grid.lines(width: options.width, showing: (0, place)).map { $0.trimmed }
  }

  private func matrices(_ left: Side, _ right: Side, _ column: NumberColumn) -> [StyledLine] {
    let grids = [left, right].map { side in
      NumberGrid(
        rowLabels: (0..<side.rowCount).map(String.init),
        cells: cells(side, column, isMarked: side.title == right.title),
        options: options)
    }
    let gap = 4
    let isBeside = grids[0].width + gap + grids[1].width <= options.width
    let first = left.wrong.min() ?? 0
    let place = (row: first / left.columnCount, column: first % left.columnCount)
    let hasOtherShape = left.shape != right.shape
    let blocks = zip([left, right], grids).map { side, grid in
      [title(side, hasOtherShape)]
        + grid.lines(width: isBeside ? grid.width : options.width, showing: hasOtherShape ? (0, 0) : place)
    }
    if isBeside { return PictureLayout.sideBySide(blocks, gap: gap, width: options.width).map { $0.trimmed } }
    return blocks.flatMap { $0 }.map { $0.trimmed }
  }

  private func title(_ side: Side, _ hasOtherShape: Bool) -> StyledLine {
    StyledLine(side.title + (hasOtherShape ? " \(ValueText.shape(side.shape))" : ""), PictureStyle.name)
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
