// Lines put beside and after each other.

package enum PictureLayout {
  /// Groups of words with two spaces between them; a group that no longer fits begins a new, indented line.
  package static func flow(
    _ groups: [StyledLine], width: Int? = nil, indent: Int = 2, options: TextOptions
  ) -> [StyledLine] {
    let width = width ?? options.width
    var lines: [StyledLine] = []
    for group in groups where group.displayWidth > 0 {
      let group = group.truncated(to: width - (lines.isEmpty ? 0 : indent), ellipsis: options.ellipsis)
      if let last = lines.last, last.displayWidth + 2 + group.displayWidth <= width {
        lines[lines.count - 1] = last + StyledLine("  ") + group
      } else {
        lines.append(lines.isEmpty ? group : StyledLine(String(repeating: " ", count: indent)) + group)
      }
    }
    return lines
  }

  /// First line of most pictures: a name, what it is, and facts as (label, value).
  static func header(
    name: String, kind: String, facts: [(label: String, value: String)] = [], options: TextOptions
  ) -> [StyledLine] {
    flow(
      [headerName(name, options), StyledLine(options.oneLine(kind), PictureStyle.quiet)]
        + facts.map { fact(label: $0.label, value: $0.value) }, options: options)
  }

  static func fact(label: String, value: String) -> StyledLine {
    var line = StyledLine()
    if !label.isEmpty { line.append(label + " ", PictureStyle.quiet) }
    line.append(value)
    return line
  }

  /// A record's name on one line, spaces and line breaks of a long expression closed up, at most half the width.
  static func headerName(_ name: String, _ options: TextOptions) -> StyledLine {
    StyledLine(closedUp(name, options), PictureStyle.name)
      .truncated(to: max(options.width / 2, TextOptions.minimumWidth - 4), ellipsis: options.ellipsis)
  }

  /// Text on one line, its spaces and line breaks closed up.
  static func closedUp(_ text: String, _ options: TextOptions) -> String {
    options.oneLine(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// As many blocks side by side as fit in `width`, rows of blocks below each other; each block's lines start at
  /// the left edge of the block.
  package static func sideBySide(_ blocks: [[StyledLine]], gap: Int, width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var row: [[StyledLine]] = []
    var rowWidth = 0
    func finishRow() {
      let height = row.map(\.count).max() ?? 0
      let widths = row.map { $0.map(\.displayWidth).max() ?? 0 }
      for y in 0..<height {
        var line = StyledLine()
        for (x, block) in row.enumerated() {
          let part = y < block.count ? block[y] : StyledLine()
          line = line + (x == row.count - 1 ? part : part.padded(to: widths[x] + gap))
        }
        lines.append(line)
      }
      (row, rowWidth) = ([], 0)
    }
    for block in blocks {
      let blockWidth = block.map(\.displayWidth).max() ?? 0
      if !row.isEmpty, rowWidth + gap + blockWidth > width { finishRow() }
      rowWidth += (row.isEmpty ? 0 : gap) + blockWidth
      row.append(block)
    }
    finishRow()
    return lines
  }

  package static func indented(_ lines: [StyledLine], by columns: Int = 2) -> [StyledLine] {
    lines.map { StyledLine(String(repeating: " ", count: columns)) + $0 }
  }
}

extension [StyledLine] {
  /// The last safeguard of every picture: nothing wider than the width.
  package func fitted(_ options: TextOptions) -> [StyledLine] {
    map { $0.truncated(to: options.width, ellipsis: options.ellipsis) }
  }
}
