// A tensor at full size: every value that the record has, with the indices to find it by.
import StepRecords

enum WholeTensorPicture {
  static func lines(for tensor: TensorRecord, name: String, options: TextOptions) -> [StyledLine] {
    guard let block = TensorBlock(tensor), block.rank > 0 else {
      return TensorPicture.lines(for: tensor, name: name, options: options)
    }
    var header = TensorPicture.header(tensor, name: name, options)
    if let note = cutNote(tensor, block, options) { header.append(StyledLine("  " + note, PictureStyle.quiet)) }
    let body: [StyledLine]
    if let labels = tensor.heatMap, let map = HeatMap(tensor) {
      body = self.map(map, labels, options)
    } else {
      let numbers = NumberColumn(block.values.map(Double.init), options: options)
      body = block.rank == 1 ? vector(block, numbers, options) : slices(block, numbers, options)
    }
    return (header + PictureLayout.indented(body)).fitted(options)
  }

  /// What is missing, if the record holds a part only.
  static func cutNote(_ tensor: TensorRecord, _ block: TensorBlock, _ options: TextOptions) -> String? {
    guard !block.isWhole, let count = tensor.elementCount else { return nil }
    let text = NumberText(options)
    return "the record holds \(text.count(block.values.count)) of \(text.counted(count, "value"))"
  }

  private static func cell(_ value: Double, _ numbers: NumberColumn) -> StyledSpan {
    StyledSpan(
      numbers.string(value).padded(to: numbers.width + 2, .right),
      value.isFinite ? TextStyle() : PictureStyle.warning)
  }

  /// Rows of a round number of values; a row's index and the column's make a value's own.
  private static func vector(_ block: TensorBlock, _ numbers: NumberColumn, _ options: TextOptions) -> [StyledLine] {
    let kept = block.kept[0]
    let digits = String(kept.last ?? 0).count
    let fitting = max(1, (options.width - 2 - digits - 1 - numbers.width) / (numbers.width + 2))
    let perRow = [50, 25, 20, 10, 5, 4, 2].first { $0 <= fitting } ?? 1
    // A row holds the values from one multiple of its length up to the next.
    var rows: [ColumnBlocks.Place] = []
    var offsets: [Int: Int] = [:]
    for (offset, index) in kept.enumerated() {
      let start = index / perRow * perRow
      offsets[index] = offset
      if rows.last?.index != start {
        rows.append(ColumnBlocks.Place(index: start, isAfterGap: start > (rows.last?.index ?? -perRow) + perRow))
      }
    }
    let columns = (0..<min(perRow, block.shape[0])).map { ColumnBlocks.Place(index: $0) }
    return ColumnBlocks(rows: rows, columns: columns, cellWidth: numbers.width + 2, options: options)
      .lines(width: options.width - 2) { row, column in
        guard let offset = offsets[rows[row].index + column] else {
          return StyledSpan(String(repeating: " ", count: numbers.width + 2))
        }
        return cell(block.value(at: [offset]), numbers)
      }
  }

  /// A matrix for each place of the leading axes.
  private static func slices(_ block: TensorBlock, _ numbers: NumberColumn, _ options: TextOptions) -> [StyledLine] {
    let rank = block.rank
    let matrix = ColumnBlocks(
      rows: ColumnBlocks.Place.places(kept: block.kept[rank - 2]),
      columns: ColumnBlocks.Place.places(kept: block.kept[rank - 1]), cellWidth: numbers.width + 2, options: options)
    var lines: [StyledLine] = []
    for offsets in block.leadingOffsets {
      if !lines.isEmpty { lines.append(StyledLine()) }
      if rank > 2 {
        let indices = zip(block.kept, offsets).map { String($0[$1]) } + [":", ":"]
        lines.append(StyledLine("[" + indices.joined(separator: ", ") + "]", PictureStyle.name))
      }
      lines += matrix.lines(width: options.width - 2) { cell(block.value(at: offsets + [$0, $1]), numbers) }
    }
    return lines
  }

  private static func map(_ map: HeatMap, _ labels: TensorRecord.HeatMap, _ options: TextOptions) -> [StyledLine] {
    let values = map.block.values.lazy.map(Double.init)
    let scale = ShadeScale(values: values, options: options)
    let numbers = NumberColumn(Array(values), places: 2, options: options)
    func places(_ labels: [String], _ axis: Int) -> [ColumnBlocks.Place] {
      ColumnBlocks.Place.places(
        kept: map.block.kept[axis], labels: labels.map { TokenLabel.text($0, options) })
    }
    let columns = places(labels.columnLabels, 1)
    let cellWidth = ColumnBlocks.cellWidth(of: columns, narrowest: numbers.width + 2, width: options.width - 2)
    let cells = ColumnBlocks(
      rows: places(labels.rowLabels, 0), columns: columns, cellWidth: cellWidth, options: options)
    return cells.lines(width: options.width - 2) { row, column in
      let value = map.value(row: row, column: column)
      let label = value.isFinite ? numbers.string(value).padded(to: numbers.width, .right) : ""
      return scale.span(value, width: cellWidth, label: label)
    } + [StyledLine(), scale.legend(width: options.width)]
  }
}

extension TensorBlock {
  /// All places of the axes but the last two, as offsets among the kept indices.
  var leadingOffsets: [[Int]] {
    kept.dropLast(2).reduce([[]]) { places, indices in
      places.flatMap { place in indices.indices.map { place + [$0] } }
    }
  }

  /// The part at one index of the first axis, as a record of its own; nil if that index was not kept.
  func part(at index: Int) -> TensorRecord? {
    guard rank > 0, let offset = kept[0].firstIndex(of: index) else { return nil }
    let size = values.count / kept[0].count
    let part = Array(values[offset * size..<(offset + 1) * size])
    let isPartWhole = zip(shape, kept).dropFirst().allSatisfy { $0 == $1.count }
    return TensorRecord(
      shape: Array(shape.dropFirst()), statistics: isPartWhole ? TensorRecord.Statistics(of: part) : nil, values: part,
      kept: isPartWhole ? nil : Array(kept.dropFirst()))
  }
}
