// A record at full size, or a part of it: the one way in for who wants to look closer.
import StepRecords

/// What of a record to look at. Heads, rows and indices count from 0.
public enum ZoomPart: Equatable, Sendable {
  /// All values that the record has.
  case whole
  /// One head of an attention map; of a tensor, one index of its first axis.
  case head(Int)
  /// What one query looks at: in a head, or without one in every head. Of a tensor, one index more.
  case row(head: Int?, Int)
}

public enum ZoomPicture {
  /// The record's lines without the bounds of `RecordPicture`. A part that does not exist is a sentence that says what
  /// there is.
  public static func lines(for record: Record, part: ZoomPart, options: TextOptions) -> [StyledLine] {
    switch record.content {
    case .attention(let attention): lines(for: attention, name: record.name, part, options)
    case .tensor(let tensor): lines(for: tensor, name: record.name, part, options)
    default:
      if part == .whole {
        whole(record, options)
      } else {
        sentence("\(subject(record.name)) has no heads or rows: those are parts of attention maps and tensors", options)
      }
    }
  }

  // MARK: Attention

  private static func lines(
    for record: AttentionRecord, name: String, _ part: ZoomPart, _ options: TextOptions
  ) -> [StyledLine] {
    guard let grid = AttentionGrid(record) else {
      return AttentionPicture.lines(for: record, name: name, options: options)
    }
    var heads = Array(0..<grid.heads)
    var query: Int?
    switch part {
    case .whole: break
    case .head(let head): heads = [head]
    case .row(let head, let row): (heads, query) = (head.map { [$0] } ?? heads, row)
    }
    if let head = heads.first, !(0..<grid.heads).contains(head) {
      return sentence("there is no head \(head): \(range(grid.heads, "head"))", options)
    }
    if let query, !(0..<grid.queries).contains(query) {
      return sentence("there is no row \(query): \(range(grid.queries, "row"))", options)
    }
    let blocks = heads.map { head -> [StyledLine] in
      if options.plain { return AttentionWords.lines(for: record, name: name, head: head, query: query, options) }
      return query.map { AttentionPicture.row(for: record, name: name, head: head, query: $0, options: options) }
        ?? AttentionPicture.lines(for: record, name: name, options: options, head: head)
    }
    return Array(blocks.joined(separator: [StyledLine()]))
  }

  // MARK: Tensors

  private static func lines(
    for tensor: TensorRecord, name: String, _ part: ZoomPart, _ options: TextOptions
  ) -> [StyledLine] {
    var path: [Int] = []
    switch part {
    case .whole: break
    case .head(let index): path = [index]
    case .row(let head, let row): path = [head, row].compactMap(\.self)
    }
    var (tensor, name) = (tensor, name)
    for index in path {
      guard let block = TensorBlock(tensor) else { break }
      guard block.rank > 0 else {
        return sentence("\(subject(name)) is a single number: it has no index \(index)", options)
      }
      guard (0..<block.shape[0]).contains(index) else {
        let indices = block.shape[0] == 1 ? "only has 0" : "goes from 0 to \(block.shape[0] - 1)"
        return sentence("\(subject(name)) has no index \(index): its first axis \(indices)", options)
      }
      guard let next = block.part(at: index) else {
        return sentence("\(subject(name)) has index \(index), but the record left its values out", options)
      }
      (tensor, name) = (next, "\(name)[\(index)]")
    }
    return options.plain
      ? TensorWords.lines(for: tensor, name: name, isWhole: true, options)
      : WholeTensorPicture.lines(for: tensor, name: name, options: options)
  }

  // MARK: Others

  private static func whole(_ record: Record, _ options: TextOptions) -> [StyledLine] {
    if options.plain { return RecordDescription.lines(for: record, isWhole: true, options: options) }
    return switch record.content {
    case .value(let value): ValuePicture.lines(for: value, name: record.name, most: .max, options: options)
    case .distribution(let distribution):
      DistributionPicture.lines(for: distribution, name: record.name, rows: .max, options: options)
    case .table(let table): TablePicture.lines(for: table, name: record.name, cellLines: .max, options: options)
    case .series(let series): wholeSeries(series, name: record.name, options)
    default: RecordPicture.lines(for: record, options: options)
    }
  }

  /// A taller curve, and the values that it is drawn from.
  private static func wholeSeries(_ series: SeriesRecord, name: String, _ options: TextOptions) -> [StyledLine] {
    let curve = SeriesPicture.lines(for: series, name: name, chartHeight: 17, options: options)
    guard series.values.count > 1 else { return curve }
    let values = TensorRecord(shape: [series.values.count], statistics: nil, values: series.values.map(Float.init))
    let title = series.stride > 1 ? "values, one in \(NumberText(options).count(series.stride))" : "values"
    return curve + [StyledLine()] + WholeTensorPicture.lines(for: values, name: title, options: options)
  }

  private static func subject(_ name: String) -> String { name.isEmpty ? "this" : name }

  /// `there are 4 heads, 0 to 3`
  private static func range(_ count: Int, _ noun: String) -> String {
    let text = NumberText(TextOptions())
    return count == 1
      ? "there is 1 \(noun), 0" : "there are \(text.counted(count, noun)), 0 to \(text.count(count - 1))"
  }

  private static func sentence(_ text: String, _ options: TextOptions) -> [StyledLine] {
    StyledLine(options.oneLine(text)).wrapped(to: options.width)
  }
}
