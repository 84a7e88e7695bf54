// What a step may call to show something with a picture of its own. Without these, values are shown all the same:
// the compiler logs them.
import StepRecords
import Transformers

/// To the running step, or to standard error where none runs: see `PlainShowing`.
///
/// - Parameter tensor: what `content` was made of, if it was a tensor.
func showRecord(
  _ content: Record.Content, of tensor: Tensor? = nil, name: String, file: StaticString, line: Int
) {
  guard let run = StepRun.current else {
    return PlainShowing.write(
      tensor.map { PlainShowing.text(for: $0, name: name) } ?? PlainShowing.line(for: content, name: name))
  }
  run.show(content, name: name, file: file, line: line)
}

/// Shows a value under a name of your choice, also from inside a function.
public func show<Value>(_ value: Value, _ name: String = "", file: StaticString = #fileID, line: Int = #line) {
  showRecord(RecordMaking.record(of: value), of: value as? Tensor, name: name, file: file, line: line)
}

/// Shows attention weights as a map with token labels: each row is a query, each column a key.
///
/// - Parameters:
///   - attention: `[queries, keys]` or `[heads, queries, keys]`
///   - queries: one label for each row
///   - keys: one label for each column; the queries' labels if left out
public func show(
  attention: Tensor, queries: [String], keys: [String]? = nil, _ name: String = "attention",
  file: StaticString = #fileID, line: Int = #line
) {
  let keys = keys ?? queries
  let shape = attention.rank == 2 ? [1] + attention.shape : attention.shape
  guard shape.count == 3, shape[1] == queries.count, shape[2] == keys.count else {
    stop(
      "show(attention:) needs [queries, keys] or [heads, queries, keys] with a label for each; the shape is "
        + "\(attention.shape), with \(queries.count) query labels and \(keys.count) key labels")
  }
  let record = AttentionRecord(
    attention.scalars, shape: shape, rowLabels: queries, columnLabels: keys, isFull: RecordMaking.isFull)
  showRecord(.attention(record), name: name, file: file, line: line)
}

/// Shows a rank-2 tensor as a heat map.
public func show(
  heatMap: Tensor, rows: [String] = [], columns: [String] = [], _ name: String = "", file: StaticString = #fileID,
  line: Int = #line
) {
  guard heatMap.rank == 2 else {
    stop("show(heatMap:) needs a tensor with two axes; the shape is \(heatMap.shape)")
  }
  let labels = TensorRecord.HeatMap(rowLabels: rows, columnLabels: columns)
  showRecord(.tensor(TensorRecord(heatMap, heatMap: labels)), of: heatMap, name: name, file: file, line: line)
}

/// Shows probabilities as bars, the most probable first.
///
/// - Parameters:
///   - probabilities: one for each label
///   - most: how many bars at most; the rest is summed up
public func show<Label, Probability: BinaryFloatingPoint>(
  probabilities: some Sequence<(key: Label, value: Probability)>, most: Int = 10, _ name: String = "",
  file: StaticString = #fileID, line: Int = #line
) {
  // Ties are broken by the label, so that the same probabilities make the same picture.
  let sorted = probabilities.map { (label: "\($0.key)", probability: Double($0.value)) }
    .sorted { ($1.probability, $0.label) < ($0.probability, $1.label) }
  let record = DistributionRecord(
    labels: sorted.prefix(most).map(\.label), probabilities: sorted.prefix(most).map(\.probability),
    outcomes: sorted.count)
  showRecord(.distribution(record), name: name, file: file, line: line)
}

/// Shows a probability tensor, `[outcomes]`, as bars.
public func show(
  probabilities: Tensor, labels: [String], most: Int = 10, _ name: String = "", file: StaticString = #fileID,
  line: Int = #line
) {
  guard probabilities.count == labels.count else {
    stop(
      "show(probabilities:labels:) needs a label for each probability; there are \(probabilities.count) "
        + "probabilities and \(labels.count) labels")
  }
  show(
    probabilities: zip(labels, probabilities.scalars).map { (key: $0, value: $1) }, most: most, name, file: file,
    line: line)
}

/// Shows numbers in order, as a curve.
public func show<Number: BinaryFloatingPoint>(
  series: [Number], _ name: String = "", file: StaticString = #fileID, line: Int = #line
) {
  var gathering = SeriesGathering()
  for value in series { gathering.add(Double(value)) }
  showRecord(.series(gathering.record), name: name, file: file, line: line)
}

/// Shows rows under column titles; at most 100 rows travel.
public func show(
  table rows: [[String]], columns: [String], _ name: String = "", file: StaticString = #fileID, line: Int = #line
) {
  let record = TableRecord(columns: columns, rows: Array(rows.prefix(100)), totalRows: rows.count)
  showRecord(.table(record), name: name, file: file, line: line)
}

/// Shows a drawing; `alternative` says in words what it shows, for those who do not see it.
public func show(svg: String, alternative: String, _ name: String = "", file: StaticString = #fileID, line: Int = #line)
{
  showRecord(.picture(PictureRecord(svg: svg, alternative: alternative)), name: name, file: file, line: line)
}
