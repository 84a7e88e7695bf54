// How a map of cells is laid out at a width: numbers in the cells or not, how columns are labelled, what is left out.

/// One side of a map.
struct MapAxis {
  /// Ready to be drawn, by index; empty: the axis shows its indices.
  var labels: [String]
  /// The indices at hand, ascending, of `0..<size`.
  var kept: [Int]
  var size: Int

  var isLabelled: Bool { !labels.isEmpty }

  func label(_ index: Int) -> String { labels.indices.contains(index) ? labels[index] : String(index) }

  /// The labels of the indices at hand.
  var keptLabels: [String] { kept.map(label) }
}

struct MapLayout {
  enum ColumnLabels {
    /// Written over their columns.
    case horizontal
    /// Written downwards.
    case vertical
    /// Only their numbers, downwards if they need more than a cell; `isListed` when the rows do not show what they mean.
    case numbered(isListed: Bool)
    /// Every second, fifth or tenth index, for an axis without labels.
    case ticks
  }

  let cellWidth: Int
  let showsNumbers: Bool
  let columnLabels: ColumnLabels
  let rows: [AxisItem]
  let columns: [AxisItem]
  let rowLabelWidth: Int
  /// By offset, all `rowLabelWidth` wide.
  private let rowTexts: [String]
  private let columnAxis: MapAxis
  private let options: TextOptions

  private static let maximumRows = 40
  /// A few more are drawn all the same, rather than left out for a gap.
  private static let toleratedRows = 48
  private static let mostNumberedColumns = 16
  private static let widestNumberedCell = 12
  private static let tallestLabel = 8

  /// - Parameters:
  ///   - copies: how many maps of this layout stand side by side, `gap` columns apart, if they fit.
  ///   - numberWidth: columns of the widest number that a cell could show; nil if cells show none.
  init(
    rows rowAxis: MapAxis, columns columnAxis: MapAxis, copies: Int = 1, gap: Int = 0, numberWidth: Int?,
    needsTwoColumns: Bool, options: TextOptions
  ) {
    self.columnAxis = columnAxis
    self.options = options
    let rowLabels = rowAxis.keptLabels
    let columnTexts = columnAxis.keptLabels
    let longest = columnTexts.map(\.displayWidth).max() ?? 0
    var labelWidth = min(rowLabels.map(\.displayWidth).max() ?? 0, max(options.width / 4, 6))
    let available = options.width - 2 - labelWidth - 1

    // The richest look that fits: numbers under written labels, numbers, cells two wide, cells one wide.
    let count = columnAxis.kept.count
    func fits(_ cell: Int) -> Bool { copies * count * cell + (copies - 1) * gap <= available }
    let numbered = count <= Self.mostNumberedColumns ? numberWidth.map { $0 + 2 } : nil
    let written = numbered.map { max($0, longest + 2) }
    if let written, written <= Self.widestNumberedCell, fits(written) {
      (cellWidth, showsNumbers, columnLabels) = (written, true, .horizontal)
    } else {
      showsNumbers = numbered.map(fits) ?? false
      let isWide = count * 2 <= available || needsTwoColumns
      let cell = showsNumbers ? numbered ?? 2 : isWide ? 2 : 1
      cellWidth = cell
      if longest < cell {
        columnLabels = .horizontal
      } else if !columnAxis.isLabelled {
        columnLabels = .ticks
      } else if longest <= Self.tallestLabel, columnTexts.joined().allSatisfy({ $0.displayWidth <= cell }) {
        columnLabels = .vertical
      } else {
        columnLabels = .numbered(isListed: rowAxis.labels != columnAxis.labels)
      }
    }

    var texts = rowLabels
    if case .numbered(isListed: false) = columnLabels {
      let digits = rowAxis.kept.map { String($0).count }.max() ?? 1
      texts = zip(rowAxis.kept, rowLabels).map { String($0).padded(to: digits, .right) + " " + $1 }
      labelWidth = min(labelWidth + digits + 1, max(options.width / 3, 6))
    }
    let alignment: TextAlignment = rowAxis.isLabelled ? .left : .right
    let (width, ellipsis, cell) = (labelWidth, options.ellipsis, cellWidth)
    rowTexts = texts.map { $0.truncated(to: width, ellipsis: ellipsis).padded(to: width, alignment) }
    rowLabelWidth = labelWidth
    columns = AxisItem.fitting(
      kept: columnAxis.kept, size: columnAxis.size, available: options.width - 2 - labelWidth - 1
    ) { items in items.reduce(0) { $0 + ($1 == .gap ? ellipsis.displayWidth : cell) } }
    rows = AxisItem.items(
      kept: rowAxis.kept, size: rowAxis.size,
      limit: rowAxis.kept.count > Self.toleratedRows ? Self.maximumRows : Self.toleratedRows)
  }

  /// Columns that the cells of a row take.
  var width: Int { columns.reduce(0) { $0 + ($1 == .gap ? options.ellipsis.displayWidth : cellWidth) } }

  /// For each row its label, `rowLabelWidth` wide.
  var rowLabelLines: [StyledLine] {
    rows.map { row in
      if case .position(let offset, _) = row { return StyledLine(rowTexts[offset]) }
      return StyledLine(options.ellipsis.padded(to: rowLabelWidth), PictureStyle.quiet)
    }
  }

  /// A line of cells for each row; `cell` gets offsets among the indices at hand.
  func cellLines(_ cell: (_ row: Int, _ column: Int) -> StyledSpan) -> [StyledLine] {
    rows.map { row in
      guard case .position(let y, _) = row else { return StyledLine() }
      var line = StyledLine()
      for column in columns {
        if case .position(let x, _) = column {
          let span = cell(y, x)
          line.append(span.text, span.style)
        } else {
          line.append(options.ellipsis, PictureStyle.quiet)
        }
      }
      return line
    }
  }

  /// Lines above the cells.
  var columnLabelLines: [StyledLine] {
    let texts: [String]
    switch columnLabels {
    case .horizontal: return [line(of: columnAxis.keptLabels)]
    case .vertical: texts = columnAxis.keptLabels
    case .ticks: return [StyledLine(ticks, PictureStyle.quiet)]
    case .numbered:
      texts = columnAxis.kept.map(String.init)
      if texts.allSatisfy({ $0.count < cellWidth }) { return [line(of: texts)] }
    }
    let shown = columns.compactMap { if case .position(let offset, _) = $0 { texts[offset] } else { nil } }
    let height = shown.map(\.count).max() ?? 0
    // Standing on the cells: short labels begin lower.
    return (0..<height).map { y in
      line(
        of: texts.map { text in
          let letters = Array(text)
          let index = y - (height - letters.count)
          return letters.indices.contains(index) ? String(letters[index]) : ""
        })
    }
  }

  /// What the numbers over the columns mean, if nothing else says it.
  var columnList: [StyledLine] {
    guard case .numbered(isListed: true) = columnLabels else { return [] }
    return [StyledLine("columns:", PictureStyle.quiet)]
      + columns.compactMap { item in
        guard case .position(_, let index) = item else { return nil }
        return StyledLine("\(index) ", PictureStyle.quiet) + StyledLine(columnAxis.label(index))
      }
  }

  private func line(of cells: [String]) -> StyledLine {
    let text = columns.map { item in
      if case .position(let offset, _) = item { return cells[offset].padded(to: cellWidth, .right) }
      return String(repeating: " ", count: options.ellipsis.displayWidth)
    }.joined()
    return StyledLine(text, PictureStyle.quiet)
  }

  private var ticks: String {
    let widest = String(columnAxis.kept.last ?? 0).count + 1
    let step = [1, 2, 5, 10, 20, 50, 100].first { $0 * cellWidth >= widest } ?? 1000
    var text = ""
    var place = 0
    for item in columns {
      if case .position(_, let index) = item {
        if index % step == 0, text.isEmpty || text.count < place { text = text.padded(to: place) + String(index) }
        place += cellWidth
      } else {
        place += options.ellipsis.displayWidth
      }
    }
    return text.count <= place ? text : String(text.prefix(place))
  }
}
