// A tensor: its shape and statistics, then its numbers as numpy writes them. Leaves out colours, see HeatMapPicture.
import StepRecords

public enum TensorPicture {
  public static func lines(for tensor: TensorRecord, name: String, options: TextOptions) -> [StyledLine] {
    guard let block = TensorBlock(tensor) else {
      let note = tensor.elementCount == 0 ? PictureStyle.noElements : PictureStyle.unfilled
      return (header(tensor, name: name, options) + [StyledLine("  " + note, PictureStyle.quiet)]).fitted(options)
    }
    if let line = oneLine(tensor, block, name: name, options) { return [line] }
    let body = TensorText(block: block, width: options.width - 2, options: options).lines
    return (header(tensor, name: name, options) + PictureLayout.indented(body)).fitted(options)
  }

  /// Name, shape and statistics.
  static func header(_ tensor: TensorRecord, name: String, _ options: TextOptions) -> [StyledLine] {
    PictureLayout.header(name: name, kind: kind(tensor), facts: facts(tensor, options), options: options)
  }

  /// `Tensor [2, 3]`
  static func kind(_ tensor: TensorRecord) -> String {
    "Tensor [" + tensor.shape.map(String.init).joined(separator: ", ") + "]"
  }

  /// Scalars always, vectors if all of them fits beside the name.
  private static func oneLine(
    _ tensor: TensorRecord, _ block: TensorBlock, name: String, _ options: TextOptions
  ) -> StyledLine? {
    guard block.rank < 2, block.isWhole else { return nil }
    var line = PictureLayout.headerName(name, options)
    if !line.spans.isEmpty { line.append("  ") }
    line.append(kind(tensor), PictureStyle.quiet)
    let values = tensor.values.map(Double.init)
    if block.rank == 0 {
      line.append(" = " + NumberText(options).short(values[0], digits: 7))
    } else {
      let column = NumberColumn(values, options: options)
      line.append(" = [" + values.map { column.string($0) }.joined(separator: "  ") + "]")
    }
    return line.displayWidth <= options.width ? line : nil
  }

  /// Statistics as (label, value); a constant tensor says so instead.
  static func facts(_ tensor: TensorRecord, _ options: TextOptions) -> [(label: String, value: String)] {
    guard let statistics = tensor.statistics else { return [] }
    let text = NumberText(options)
    var facts: [(label: String, value: String)] = []
    if statistics.nonFinite < tensor.elementCount ?? .max {
      if statistics.minimum == statistics.maximum {
        facts = [("all", text.short(Double(statistics.minimum)))]
      } else {
        facts = [
          ("min", statistics.minimum), ("max", statistics.maximum), ("mean", statistics.mean),
          ("sd", statistics.standardDeviation),
        ].map { ($0.0, text.short(Double($0.1), digits: 3)) }
      }
    }
    if statistics.nonFinite > 0 { facts.append(("", "\(text.count(statistics.nonFinite)) not finite")) }
    return facts
  }
}

extension TensorRecord {
  /// nil if the shape is impossible or the count does not fit an integer.
  var elementCount: Int? {
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      if overflow || size < 0 { return nil }
      count = product
    }
    return count
  }
}
