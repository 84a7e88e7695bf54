// A matrix as a map of cells: colours or shades, with numbers where there is room, and a legend that has the numbers.
import StepRecords

/// The matrix of a record that asks for a heat map, checked.
struct HeatMap {
  let block: TensorBlock
  let rows: Int
  let columns: Int

  /// nil if the record holds no matrix, or no values that fill it.
  init?(_ tensor: TensorRecord) {
    guard let block = TensorBlock(tensor), block.rank == 2 else { return nil }
    self.block = block
    (rows, columns) = (block.kept[0].count, block.kept[1].count)
  }

  func value(row: Int, column: Int) -> Double { block.value(at: [row, column]) }
}

public enum HeatMapPicture {
  /// - Parameter labels: of the rows and columns of the whole matrix; an axis without labels shows its indices.
  public static func lines(
    for tensor: TensorRecord, labels: TensorRecord.HeatMap, name: String, options: TextOptions
  ) -> [StyledLine] {
    guard let map = HeatMap(tensor) else { return TensorPicture.lines(for: tensor, name: name, options: options) }
    let values = tensor.values.lazy.map(Double.init)
    let scale = ShadeScale(values: values, options: options)
    let numbers = NumberColumn(Array(values), places: 2, options: options)
    let axis = { (labels: [String], number: Int) in
      MapAxis(
        labels: labels.map { TokenLabel.text($0, options) }, kept: map.block.kept[number], size: map.block.shape[number]
      )
    }
    let layout = MapLayout(
      rows: axis(labels.rowLabels, 0), columns: axis(labels.columnLabels, 1), numberWidth: numbers.width,
      needsTwoColumns: scale.needsTwoColumns, options: options)

    let cells = layout.cellLines { row, column in
      let value = map.value(row: row, column: column)
      let label = layout.showsNumbers && value.isFinite ? numbers.string(value).padded(to: numbers.width, .right) : ""
      return scale.span(value, width: layout.cellWidth, label: label)
    }
    let space = StyledLine(String(repeating: " ", count: layout.rowLabelWidth + 1))
    var body = layout.columnLabelLines.map { space + $0 }
    body += zip(layout.rowLabelLines, cells).map { $0 + StyledLine(" ") + $1 }
    var legend = [scale.legend(width: options.width)]
    if let note = scale.notFiniteLegend(values) { legend.append(StyledLine(note, PictureStyle.warning)) }
    body += PictureLayout.flow(legend, width: options.width - 2, indent: 0, options: options)
    body += PictureLayout.flow(layout.columnList, width: options.width - 2, options: options)
    return (TensorPicture.header(tensor, name: name, options) + PictureLayout.indented(body)).fitted(options)
  }
}
