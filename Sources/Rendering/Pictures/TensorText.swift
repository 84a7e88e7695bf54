// The numbers of a tensor in brackets, points below each other; slices of higher ranks side by side under `[0, :, :]`.

struct TensorText {
  private let block: TensorBlock
  private let width: Int
  private let options: TextOptions
  /// From all values at hand, so that every slice has the same format.
  private let numbers: NumberColumn

  init(block: TensorBlock, width: Int, options: TextOptions) {
    self.block = block
    self.width = width
    self.options = options
    numbers = NumberColumn(block.values.map(Double.init), options: options)
  }

  /// Rank 0 and 1: one line. Rank 2: one block. Higher: a block for each slice of the last two axes.
  var lines: [StyledLine] {
    switch block.rank {
    case 0: [StyledLine(NumberText(options).short(block.value(at: []), digits: 7))]
    case 1: matrix(prefix: [])
    case 2: matrix(prefix: [])
    default: slices
    }
  }

  private var slices: [StyledLine] {
    let blocks = leadingItems.map { place -> [StyledLine] in
      guard let place else { return [StyledLine(options.ellipsis, PictureStyle.quiet)] }
      let label = "[" + (place.map { String($0.index) } + [":", ":"]).joined(separator: ", ") + "]"
      return [StyledLine(label, PictureStyle.quiet).truncated(to: width, ellipsis: options.ellipsis)]
        + matrix(prefix: place.map(\.offset))
    }
    return PictureLayout.sideBySide(blocks, gap: 2, width: width)
  }

  /// The places drawn on all axes but the last two; nil where some are left out.
  private var leadingItems: [[(offset: Int, index: Int)]?] {
    let leading = block.rank - 2
    var places: [[(offset: Int, index: Int)]?] = [[]]
    for axis in 0..<leading {
      let limit = leading == 1 ? 4 : axis >= leading - 2 ? 2 : 1
      let items = block.items(axis: axis, limit: limit)
      places = places.flatMap { place -> [[(offset: Int, index: Int)]?] in
        guard let place else { return [nil] }
        return items.map { item in
          if case .position(let offset, let index) = item { place + [(offset, index)] } else { nil }
        }
      }
    }
    // Gaps of an inner and an outer axis may meet.
    return places.indices.filter { $0 == 0 || places[$0] != nil || places[$0 - 1] != nil }.map { places[$0] }
  }

  /// The last two axes (or the last) at a place of the others.
  private func matrix(prefix: [Int]) -> [StyledLine] {
    let lastAxis = block.rank - 1
    let isMatrix = block.rank > 1
    let rows = isMatrix ? rowItems : [.position(offset: 0, index: 0)]
    let rowOffsets = rows.compactMap { if case .position(let offset, _) = $0 { offset } else { nil } }
    func value(_ row: Int, _ column: Int) -> Double { block.value(at: prefix + (isMatrix ? [row] : []) + [column]) }

    let brackets = isMatrix ? 4 : 2
    let columns = AxisItem.fitting(
      kept: block.kept[lastAxis], size: block.shape[lastAxis], available: width - brackets
    ) { items in
      items.reduce(-2) { $0 + 2 + ($1 == .gap ? options.ellipsis.displayWidth : numbers.width) }
    }
    let open = isMatrix ? "[[" : "["
    let close = isMatrix ? "]]" : "]"
    return rows.enumerated().map { place, row in
      guard case .position(let offset, _) = row else {
        return StyledLine(" \(options.ellipsis)", PictureStyle.quiet)
      }
      var line = StyledLine(isMatrix && place > 0 ? " [" : open, PictureStyle.quiet)
      for (number, column) in columns.enumerated() {
        if number > 0 { line.append("  ") }
        switch column {
        case .gap: line.append(options.ellipsis, PictureStyle.quiet)
        case .position(let column, _):
          let value = value(offset, column)
          line.append(
            numbers.string(value).padded(to: numbers.width, .right), value.isFinite ? TextStyle() : PictureStyle.warning
          )
        }
      }
      line.append(isMatrix && offset != rowOffsets.last ? "]" : close, PictureStyle.quiet)
      return line
    }
  }

  private var rowItems: [AxisItem] {
    let axis = block.rank - 2
    let (most, shown) = block.rank == 2 ? (12, 10) : (8, 6)
    return block.items(axis: axis, limit: block.kept[axis].count > most ? shown : most)
  }
}
