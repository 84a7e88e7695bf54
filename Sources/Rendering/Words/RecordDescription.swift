// Records in words, for those who listen: every kind as sentences, with the same facts that its picture shows.
import StepRecords

public enum RecordDescription {
  /// The record's sentences, each on lines of its own, none wider than `options.width`. Holds no drawing, and no sign
  /// that a voice would have to spell.
  ///
  /// - Parameter isWhole: says all of it, however long, instead of a part and how much is left out.
  public static func lines(for record: Record, isWhole: Bool = false, options: TextOptions) -> [StyledLine] {
    let name = spoken(record.name, options)
    switch record.content {
    case .value(let value): return this(record, options) + self.value(value, name: name, isWhole: isWhole, options)
    case .tensor(let tensor):
      return this(record, options) + TensorWords.lines(for: tensor, name: name, isWhole: isWhole, options)
    case .attention(let attention):
      return this(record, options) + AttentionWords.lines(for: attention, name: name, options)
    case .series(let series): return SeriesWords.lines(for: series, name: name, isWhole: isWhole, options)
    case .progress(let progress): return this(record, options) + ProgressWords.lines(for: progress, name: name, options)
    case .table(let table): return this(record, options) + self.table(table, name: name, options)
    case .distribution(let distribution):
      return this(record, options) + self.distribution(distribution, name: name, isWhole: isWhole, options)
    case .text(let text): return self.text(text, options)
    case .picture(let picture): return this(record, options) + self.picture(picture, name: name, options)
    case .failure(let failure): return FailureWords.lines(for: failure, line: record.line, options: options)
    }
  }

  /// Sentences wrapped to the width.
  static func lines(_ sentences: [String], _ options: TextOptions) -> [StyledLine] {
    sentences.flatMap { StyledLine($0).wrapped(to: options.width) }
  }

  /// `weights, tensor`; without a name only what it is, `Tensor`.
  static func subject(_ name: String, _ kind: String) -> String {
    name.isEmpty ? kind.prefix(1).uppercased() + kind.dropFirst() : "\(name), \(kind)"
  }

  private static let longestName = 60

  /// A name on one line, spaces of a long expression closed up.
  static func spoken(_ name: String, _ options: TextOptions) -> String {
    PictureLayout.closedUp(name, options).truncated(to: longestName, ellipsis: " and so on")
  }

  /// Which of several values of the name this is, said before the value.
  private static func this(_ record: Record, _ options: TextOptions) -> [StyledLine] {
    guard let times = record.times, times > 1 else { return [] }
    let text = NumberText(options)
    let which = record.occurrence.map { $0 == times ? "The last" : "Number \(text.count($0))" } ?? "One"
    return lines(["\(which) of \(text.count(times)) values:"], options)
  }

  // MARK: Small kinds

  private static func value(_ value: ValueRecord, name: String, isWhole: Bool, _ options: TextOptions) -> [StyledLine] {
    let head = [name, options.oneLine(value.type)].filter { !$0.isEmpty }.joined(separator: ", ")
    var texts = options.lines(of: value.text)
    if texts.count == 1 { return lines([(head.isEmpty ? "" : head + ": ") + texts[0]], options) }
    let text = NumberText(options)
    let all = texts.count
    if all > ValuePicture.maximumLines, !isWhole { texts.removeLast(all - ValuePicture.maximumLines + 1) }
    let more = all > texts.count ? ["\(text.count(all - texts.count)) more lines."] : []
    return lines(["\(head), \(text.counted(all, "line")):"] + texts + more, options)
  }

  private static func table(_ table: TableRecord, name: String, _ options: TextOptions) -> [StyledLine] {
    let text = NumberText(options)
    let total = max(table.totalRows, table.rows.count)
    let rows = table.rows.enumerated().map { index, row -> String in
      let cells = row.enumerated().map { column, cell -> String in
        let title = column < table.columns.count ? table.columns[column] : ""
        return options.oneLine(title.isEmpty ? "column \(column + 1)" : title) + ": "
          + (cell.isEmpty ? "empty" : options.oneLine(cell))
      }
      let row = "Row \(index + 1). " + cells.joined(separator: "; ")
      return row.hasSuffix(".") ? row : row + "."
    }
    let more = total > rows.count ? ["\(text.count(total - rows.count)) more rows."] : []
    return lines(["\(subject(name, "table")), \(text.counted(total, "row"))."] + rows + more, options)
  }

  private static func distribution(
    _ record: DistributionRecord, name: String, isWhole: Bool, _ options: TextOptions
  ) -> [StyledLine] {
    let text = NumberText(options)
    let outcomes = text.counted(DistributionPicture.outcomes(record), "outcome")
    let shown = record.probabilities.prefix(isWhole ? .max : DistributionPicture.maximumRows)
    var parts = shown.indices.map {
      "'\(TokenLabel.text(record.labels, at: $0, options))' \(text.percent(shown[$0]))"
    }
    if let rest = DistributionPicture.rest(record, shown: shown.count) {
      parts.append("\(text.count(rest.outcomes)) more share \(text.percent(rest.share))")
    }
    return lines(
      ["\(subject(name, "distribution")) over \(outcomes)."]
        + (parts.isEmpty ? [] : ["Most probable: " + parts.joined(separator: "; ") + "."]), options)
  }

  private static func text(_ record: TextRecord, _ options: TextOptions) -> [StyledLine] {
    guard !record.text.isEmpty else { return [] }
    let texts = options.lines(of: record.text).flatMap { StyledLine($0).wrapped(to: options.width) }
    return record.stream == .stdout ? texts : [StyledLine("On standard error:")] + texts
  }

  private static func picture(_ picture: PictureRecord, name: String, _ options: TextOptions) -> [StyledLine] {
    lines(["\(subject(name, "picture")): \(DrawingPicture.words(of: picture, options))."], options)
  }
}
