// Attention weights: a map for each head, rows look at columns. Heads stand side by side as the width allows.
import StepRecords

public enum AttentionPicture {
  /// Columns between two heads.
  private static let gap = 3
  /// Lines of maps before further heads are left out.
  private static let mostLines = 120

  public static func lines(for record: AttentionRecord, name: String, options: TextOptions) -> [StyledLine] {
    var header = PictureLayout.header(
      name: name, kind: kind(name),
      facts: facts(record, options), options: options)
    guard let grid = AttentionGrid(record) else {
      header.append(StyledLine("  " + emptyNote(record), PictureStyle.quiet))
      return header.fitted(options)
    }
    let scale = ShadeScale(attention: grid, options: options)
    let labels = { (tokens: [String], count: Int) in
      MapAxis(
        labels: (0..<count).map { TokenLabel.text(tokens, at: $0, options) }, kept: Array(0..<count), size: count)
    }
    let layout = MapLayout(
      rows: labels(record.rowLabels, grid.queries), columns: labels(record.columnLabels, grid.keys),
      copies: grid.heads, gap: gap, numberWidth: grid.areProbabilities ? "100".count : nil,
      needsTwoColumns: scale.needsTwoColumns, options: options)
    let body =
      heads(grid, layout, scale, options)
      + legend(grid, scale, showsNumbers: layout.showsNumbers, options)
      + PictureLayout.flow(layout.columnList, width: options.width - 2, options: options)
    return (header + PictureLayout.indented(body)).fitted(options)
  }

  /// What stands behind the name, unless the name says it.
  static func kind(_ name: String) -> String { name.lowercased().contains("attention") ? "" : "attention" }

  /// `4 heads`, `11 × 11`, and what it was cut from.
  static func facts(_ record: AttentionRecord, _ options: TextOptions) -> [(label: String, value: String)] {
    let times = options.ascii ? "x" : "×"
    let text = NumberText(options)
    var facts = [("", text.counted(record.heads, "head")), ("", "\(record.queries) \(times) \(record.keys)")]
    if let full = record.cutFrom, full.count == 3 {
      facts.append(("cut from", "\(text.counted(full[0], "head")), \(full[1]) \(times) \(full[2])"))
    }
    return facts
  }

  /// Why there is nothing to draw.
  static func emptyNote(_ record: AttentionRecord) -> String {
    [record.heads, record.queries, record.keys].contains(0) ? PictureStyle.noElements : PictureStyle.unfilled
  }

  /// Rows of heads; the row labels stand once, left of each row.
  private static func heads(
    _ grid: AttentionGrid, _ layout: MapLayout, _ scale: ShadeScale, _ options: TextOptions
  ) -> [StyledLine] {
    let above = layout.columnLabelLines
    let labels = (above + (grid.heads > 1 ? [StyledLine()] : [])).map { _ in StyledLine() } + layout.rowLabelLines
    let blockWidth = max(layout.width, grid.heads > 1 ? "head \(grid.heads - 1)".count : 0)
    let perRow = max(1, (options.width - 2 - layout.rowLabelWidth - 1 + gap) / (blockWidth + gap))
    let shown = min(grid.heads, max(1, mostLines / (labels.count + 1)) * perRow)

    var lines: [StyledLine] = []
    for first in stride(from: 0, to: shown, by: perRow) {
      var row = labels.map { $0.padded(to: layout.rowLabelWidth + 1) }
      let last = min(first + perRow, shown) - 1
      for head in first...last {
        let title = grid.heads > 1 ? [StyledLine("head \(head)", PictureStyle.name)] : []
        let block =
          title + above + layout.cellLines { cell(head: head, query: $0, key: $1, grid, layout, scale, options) }
        for index in row.indices {
          row[index] = row[index] + (head == last ? block[index] : block[index].padded(to: blockWidth + gap))
        }
      }
      lines += (lines.isEmpty ? [] : [StyledLine()]) + row
    }
    if shown < grid.heads {
      lines.append(StyledLine("\(options.ellipsis) \(grid.heads - shown) more heads", PictureStyle.quiet))
    }
    return lines
  }

  private static func cell(
    head: Int, query: Int, key: Int, _ grid: AttentionGrid, _ layout: MapLayout, _ scale: ShadeScale,
    _ options: TextOptions
  ) -> StyledSpan {
    if grid.isMasked(head: head, query: query, key: key) {
      return StyledSpan(masked(options).padded(to: layout.cellWidth, .right), PictureStyle.quiet)
    }
    let value = grid.value(head: head, query: query, key: key)
    let label = layout.showsNumbers && value.isFinite ? NumberText(options).fixed(value * 100, decimals: 0) : ""
    return scale.span(value, width: layout.cellWidth, label: label.isEmpty ? "" : label.padded(to: 3, .right))
  }

  static func masked(_ options: TextOptions) -> String { options.ascii ? "." : "·" }

  static func legend(
    _ grid: AttentionGrid, _ scale: ShadeScale, showsNumbers: Bool, _ options: TextOptions
  ) -> [StyledLine] {
    var groups = [scale.legend(width: options.width)]
    groups += StyledLine("each row (query) looks at columns (keys)", PictureStyle.quiet)
      .wrapped(to: options.width - 2)
    if showsNumbers { groups.append(StyledLine("numbers: percent", PictureStyle.quiet)) }
    if grid.hasMasked { groups.append(StyledLine(masked(options) + " masked", PictureStyle.quiet)) }
    if let note = scale.notFiniteLegend(grid.allValues) { groups.append(StyledLine(note, PictureStyle.warning)) }
    return PictureLayout.flow(groups, width: options.width - 2, indent: 0, options: options)
  }
}

extension ShadeScale {
  /// From nothing to the largest weight that a query chose; a query that may see one key only has no choice, and its
  /// 100 % would make all others pale.
  init(attention grid: AttentionGrid, options: TextOptions) {
    guard grid.areProbabilities else {
      self.init(values: grid.allValues, options: options)
      return
    }
    var largest = 0.0
    for head in 0..<grid.heads {
      for query in 0..<grid.queries {
        let seen = (0..<grid.keys).filter { !grid.isMasked(head: head, query: query, key: $0) }
        for key in seen where seen.count > 1 {
          let value = grid.value(head: head, query: query, key: key)
          if value.isFinite { largest = max(largest, value) }
        }
      }
    }
    self.init(lower: 0, upper: largest > 0 ? largest : 1, areShares: true, options: options)
  }
}
