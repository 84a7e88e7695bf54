// Attention looked at closely: one head with its numbers, or what a single query looks at.
import StepRecords

extension AttentionPicture {
  /// In which order a query's keys stand.
  public enum KeyOrder: Sendable { case byWeight, byPosition }

  /// One head with the percent of every cell, in blocks of as many keys as fit; the cells are as wide as the width
  /// allows.
  public static func lines(
    for record: AttentionRecord, name: String, options: TextOptions, head: Int
  ) -> [StyledLine] {
    let header = header(record, name: name, part: "head \(head)", options)
    guard let grid = AttentionGrid(record), (0..<grid.heads).contains(head) else {
      return (header + [StyledLine("  " + emptyNote(record), PictureStyle.quiet)]).fitted(options)
    }
    let scale = ShadeScale(attention: grid, options: options)
    func places(_ labels: [String], _ count: Int) -> [ColumnBlocks.Place] {
      (0..<count).map { index in
        let hasLabel = labels.indices.contains(index)
        return ColumnBlocks.Place(index: index, label: hasLabel ? TokenLabel.text(labels[index], options) : "")
      }
    }
    let keys = places(record.columnLabels, grid.keys)
    let numbers = NumberColumn(grid.allValues, places: 2, options: options)
    let cells = ColumnBlocks(
      rows: places(record.rowLabels, grid.queries), columns: keys,
      cellWidth: ColumnBlocks.cellWidth(
        of: keys, narrowest: (grid.areProbabilities ? "100".count : numbers.width) + 2, width: options.width - 2),
      options: options)
    let body = cells.lines(width: options.width - 2) { query, key in
      if grid.isMasked(head: head, query: query, key: key) {
        return StyledSpan(masked(options).padded(to: cells.cellWidth, .right), PictureStyle.quiet)
      }
      let value = grid.value(head: head, query: query, key: key)
      let number = grid.areProbabilities ? NumberText(options).fixed(value * 100, decimals: 0) : numbers.string(value)
      let label = number.padded(to: grid.areProbabilities ? "100".count : numbers.width, .right)
      return scale.span(value, width: cells.cellWidth, label: value.isFinite ? label : "")
    }
    let legend = legend(grid, scale, showsNumbers: grid.areProbabilities, options)
    return (header + PictureLayout.indented(body + [StyledLine()] + legend)).fitted(options)
  }

  /// What one query looks at, as bars; keys that it may not see are counted only.
  public static func row(
    for record: AttentionRecord, name: String, head: Int, query: Int, order: KeyOrder = .byWeight, options: TextOptions
  ) -> [StyledLine] {
    let header = header(record, name: name, part: "head \(head)", options)
    guard let looks = AttentionLooks(record, head: head, query: query, order: order) else {
      return (header + [StyledLine("  " + emptyNote(record), PictureStyle.quiet)]).fitted(options)
    }
    let text = NumberText(options)
    let largest = looks.keys.map(\.weight).filter(\.isFinite).max() ?? 0
    let digits = looks.keys.map { String($0.index).count }.max() ?? 1
    let rows = looks.keys.map { key in
      Bar.Row(
        label: String(key.index).padded(to: digits, .right) + " "
          + TokenLabel.text(record.columnLabels, at: key.index, options),
        number: looks.areProbabilities ? text.percent(key.weight) : text.short(key.weight),
        share: largest > 0 && key.weight.isFinite ? max(key.weight, 0) / largest : nil)
    }
    let token = "token \(query) '\(TokenLabel.text(record.rowLabels, at: query, options))' looks at"
    var lines = header + StyledLine("  " + token).wrapped(to: options.width, indent: 2) + Bar.chart(rows, options)
    if looks.masked > 0 {
      lines.append(StyledLine("  \(masked(options)) \(text.counted(looks.masked, "key")) masked", PictureStyle.quiet))
    }
    return lines.fitted(options)
  }

  private static func header(
    _ record: AttentionRecord, name: String, part: String, _ options: TextOptions
  ) -> [StyledLine] {
    PictureLayout.header(
      name: name, kind: kind(name), facts: [("", part)] + facts(record, options), options: options)
  }
}

/// The keys that a query may see, with its weights.
struct AttentionLooks {
  let keys: [(index: Int, weight: Double)]
  let masked: Int
  let areProbabilities: Bool

  /// nil if there is no such head or query.
  init?(_ record: AttentionRecord, head: Int, query: Int, order: AttentionPicture.KeyOrder) {
    guard let grid = AttentionGrid(record), (0..<grid.heads).contains(head), (0..<grid.queries).contains(query) else {
      return nil
    }
    let seen = (0..<grid.keys).filter { !grid.isMasked(head: head, query: query, key: $0) }
    var keys = seen.map { (index: $0, weight: grid.value(head: head, query: query, key: $0)) }
    if order == .byWeight {
      // Of equal weights the first; what is not a number comes last.
      keys.sort { a, b in
        let (left, right) = (a.weight.isNaN ? -.infinity : a.weight, b.weight.isNaN ? -.infinity : b.weight)
        return left == right ? a.index < b.index : left > right
      }
    }
    self.keys = keys
    masked = grid.keys - seen.count
    areProbabilities = grid.areProbabilities
  }
}
