// Tensors and heat maps in words: shape, extremes, then rows of plain numbers.
import StepRecords

enum TensorWords {
  /// Rows and numbers of a row that are said; the rest is counted.
  private static let mostRows = 8
  private static let mostNumbers = 12

  /// - Parameter isWhole: says every value that the record has.
  static func lines(
    for tensor: TensorRecord, name: String, isWhole: Bool = false, _ options: TextOptions
  ) -> [StyledLine] {
    let isMap = tensor.heatMap != nil && tensor.shape.count == 2
    let subject = RecordDescription.subject(name, isMap ? "heat map" : "tensor")
    guard let block = TensorBlock(tensor) else {
      let note = tensor.elementCount == 0 ? PictureStyle.noElements : PictureStyle.unfilled
      return RecordDescription.lines(["\(subject), \(shape(tensor, options)): \(note)."], options)
    }
    let text = NumberText(options)
    // Three digits are enough to listen to in a long list; whoever looks closer hears all of them.
    let digits = isWhole ? 7 : block.values.count <= mostNumbers ? 4 : 3
    func number(_ value: Double) -> String { text.short(value, digits: digits) }
    if block.rank == 0 {
      let value = text.short(block.value(at: []), digits: 7)
      return RecordDescription.lines(["\(subject), a single number: \(value)."], options)
    }
    if block.rank == 1, block.isWhole, block.values.count <= mostNumbers {
      let values = block.values.map { number(Double($0)) }.joined(separator: ", ")
      return RecordDescription.lines(["\(subject), \(shape(tensor, options)): \(values)."], options)
    }
    var sentences = ["\(subject), \(shape(tensor, options)). \(facts(tensor, options))"]
    if let labels = tensor.heatMap, let map = HeatMap(tensor) {
      sentences += HeatMapWords(map: map, labels: labels, options: options).sentences
      if !isWhole { return RecordDescription.lines(sentences, options) }
    }
    if let note = WholeTensorPicture.cutNote(tensor, block, options), isWhole { sentences.append("Here \(note).") }
    return RecordDescription.lines(sentences + rows(block, isWhole: isWhole, number), options)
  }

  /// `6 by 4`, `12 values`
  private static func shape(_ tensor: TensorRecord, _ options: TextOptions) -> String {
    let text = NumberText(options)
    if tensor.shape.count == 1 { return text.counted(tensor.shape[0], "value") }
    return tensor.shape.isEmpty ? "a single number" : tensor.shape.map(text.count).joined(separator: " by ")
  }

  private static func facts(_ tensor: TensorRecord, _ options: TextOptions) -> String {
    guard let statistics = tensor.statistics else { return "" }
    let words = ["min": "smallest", "max": "largest", "sd": "standard deviation"]
    let facts = TensorPicture.facts(tensor, options).map { label, value in
      label.isEmpty ? value : "\(words[label] ?? label) \(value)"
    }
    guard let first = facts.first, statistics.nonFinite >= 0 else { return "" }
    return first.prefix(1).uppercased() + first.dropFirst() + facts.dropFirst().map { ", \($0)" }.joined() + "."
  }

  /// A sentence for each row of the last axis.
  private static func rows(
    _ block: TensorBlock, isWhole: Bool, _ number: (Double) -> String
  ) -> [String] {
    let (lastAxis, rank) = (block.rank - 1, block.rank)
    func values(at place: [Int]) -> String {
      list(block.items(axis: lastAxis, limit: isWhole ? .max : mostNumbers)) { offset in
        number(block.value(at: place + [offset]))
      }
    }
    if rank == 1 { return ["Values: \(values(at: []))."] }
    var sentences: [String] = []
    let limit = isWhole ? Int.max : mostRows
    let rowItems = block.items(axis: lastAxis - 1, limit: limit)
    var told = 0
    for leading in block.leadingOffsets {
      guard told < limit else { return sentences + ["The rows at other places are left out."] }
      let place = zip(block.kept, leading).map { String($0[$1]) }
      for item in rowItems {
        switch item {
        case .gap: sentences.append("Rows left out.")
        case .position(let offset, let index):
          let row = place.isEmpty ? "Row \(index)" : "At \(place.joined(separator: ", ")), row \(index)"
          sentences.append("\(row): \(values(at: leading + [offset])).")
          told += 1
        }
      }
    }
    return sentences
  }

  private static func list(_ items: [AxisItem], _ number: (Int) -> String) -> String {
    items.map { item in
      if case .position(let offset, _) = item { number(offset) } else { "and so on" }
    }.joined(separator: ", ")
  }
}

/// What stands out of a heat map: the extremes by label, and where each row is largest.
struct HeatMapWords {
  let map: HeatMap
  let labels: TensorRecord.HeatMap
  let options: TextOptions

  private static let mostCells = 3
  private static let mostRows = 16

  var sentences: [String] {
    let cells = (0..<map.rows).flatMap { row in (0..<map.columns).map { (row: row, column: $0) } }
      .map { (row: $0.row, column: $0.column, value: map.value(row: $0.row, column: $0.column)) }
      .filter(\.value.isFinite)
    guard let largest = cells.map(\.value).max(), let smallest = cells.map(\.value).min(), smallest < largest else {
      return []
    }
    func extremes(_ word: String, _ value: Double, _ isBefore: (Double, Double) -> Bool) -> String {
      let same = cells.count { $0.value == value }
      if same > Self.mostCells { return "\(word) value \(number(value)), in \(same) cells." }
      let sorted = cells.sorted { isBefore($0.value, $1.value) }.prefix(Self.mostCells)
      return "\(word) cells: "
        + sorted.map { "\(row($0.row)), \(column($0.column)), \(number($0.value))" }.joined(separator: "; ") + "."
    }
    return [extremes("Largest", largest, >), extremes("Smallest", smallest, <)] + rowSentences
  }

  private var rowSentences: [String] {
    guard map.rows <= Self.mostRows else { return [] }
    return (0..<map.rows).compactMap { row in
      let values = (0..<map.columns).map { map.value(row: row, column: $0) }
      guard let best = values.indices.filter({ values[$0].isFinite }).max(by: { values[$0] < values[$1] }) else {
        return nil
      }
      let name = self.row(row)
      return "\(name.prefix(1).uppercased() + name.dropFirst()): largest at \(column(best)), \(number(values[best]))."
    }
  }

  private func number(_ value: Double) -> String { NumberText(options).short(value, digits: 3) }
  private func row(_ offset: Int) -> String { place("row", map.block.kept[0][offset], labels.rowLabels) }
  private func column(_ offset: Int) -> String { place("column", map.block.kept[1][offset], labels.columnLabels) }

  private func place(_ noun: String, _ index: Int, _ labels: [String]) -> String {
    labels.indices.contains(index)
      ? "\(noun) \(index) '\(TokenLabel.text(labels[index], options))'" : "\(noun) \(index)"
  }
}
