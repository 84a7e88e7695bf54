// What a search found: a table of all combinations, a heat map or a curve, and the sentence about the best.
import Experiments
import LessonDocuments
import Rendering
import StepRecords

struct SearchPicture {
  let result: SearchResult
  let options: TextOptions

  var lines: [StyledLine] {
    var lines = table
    let picture = result.keys.count == 1 ? curve : result.keys.count == 2 ? map : []
    if !picture.isEmpty { lines += [StyledLine()] + picture }
    return lines + [StyledLine()]
      + StyledLine(options.oneLine(result.conclusion)).wrapped(to: options.width)
  }

  private var table: [StyledLine] {
    let numbers = RunNumbers(options)
    let order = result.ranking.map(\.number)
    let others = result.trials.map(\.number).filter { !order.contains($0) }
    let rows = (order + others).compactMap { result.trial($0) }.map { trial in
      let mark = trial.number == result.best ? "best" : trial.isTied && trial.status == .finished ? "=" : ""
      return [mark] + trial.values + [
        trial.score.map(numbers.estimate) ?? "", status(trial), "\(trial.steps)",
        trial.seconds > 0 ? numbers.seconds(trial.seconds) : "",
      ]
    }
    let table = TableRecord(
      columns: [""] + result.keys.map(Self.lastWord) + [result.by, "state", "steps", "time"], rows: rows)
    return RecordPicture.lines(for: Record(name: "combinations", content: .table(table)), options: options)
  }

  private func status(_ trial: SearchResult.Trial) -> String {
    switch trial.status {
    case .finished: "finished"
    case .givenUp: "given up"
    case .leftOut: "left out"
    case .unfinished: "unfinished"
    case .failed: "failed: \(trial.reason ?? "")"
    }
  }

  private static func lastWord(_ key: String) -> String { key.split(separator: ".").last.map(String.init) ?? key }

  // MARK: Pictures

  /// Values as places on an axis: by size if they are numbers, in their order otherwise.
  private static func axis(_ values: [String]) -> [String] {
    var seen = Set<String>()
    let distinct = values.filter { seen.insert($0).inserted }
    let numbers = distinct.map { Double($0) }
    guard numbers.allSatisfy({ $0 != nil }) else { return distinct }
    return distinct.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) }
  }

  /// Of one key: the score of each value, with its interval.
  private var curve: [StyledLine] {
    let trials = result.trials.filter { $0.score != nil && $0.status == .finished }
    guard trials.count > 1 else { return [] }
    let labels = Self.axis(trials.map { $0.values[0] })
    let ordered = labels.compactMap { label in trials.first { $0.values[0] == label } }
    let scores = ordered.compactMap(\.score)
    let hasBars = scores.allSatisfy { $0.low.isFinite && $0.high.isFinite && $0.low < $0.high }
    let series = ChartRecord.Series(
      name: result.by, x: scores.indices.map(Double.init), y: scores.map(\.value),
      lower: hasBars ? scores.map(\.low) : [], upper: hasBars ? scores.map(\.high) : [])
    let numbers = RunNumbers(options)
    let words = zip(labels, scores).map { "\($0): \(numbers.estimate($1))" }.joined(separator: "; ")
    let chart = ChartRecord(
      series: [series], isJoined: true, xTitle: result.keys[0], yTitle: result.by, xLabels: labels)
    return RecordPicture.lines(
      for: Record(content: .picture(PictureRecord(svg: "", alternative: words, chart: chart))), options: options)
  }

  /// Of two keys: the scores as a matrix; what was not finished is not a number.
  private var map: [StyledLine] {
    let rows = Self.axis(result.trials.map { $0.values[0] })
    let columns = Self.axis(result.trials.map { $0.values[1] })
    // Drawn combinations fill no matrix.
    guard rows.count > 1, columns.count > 1, result.trials.count == rows.count * columns.count else { return [] }
    let values = rows.flatMap { row in
      columns.map { column -> Float in
        let trial = result.trials.first { $0.values == [row, column] && $0.status == .finished }
        return trial?.score.map { Float($0.value) } ?? .nan
      }
    }
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return [] }
    let mean = finite.reduce(0, +) / Float(finite.count)
    let deviation = (finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(finite.count)).squareRoot()
    let tensor = TensorRecord(
      shape: [rows.count, columns.count],
      statistics: .init(
        minimum: least, maximum: most, mean: mean, standardDeviation: deviation,
        nonFinite: values.count - finite.count),
      values: values, heatMap: .init(rowLabels: rows, columnLabels: columns))
    let name = "\(result.by) by \(Self.lastWord(result.keys[0])) (rows) and \(Self.lastWord(result.keys[1]))"
    return RecordPicture.lines(for: Record(name: name, content: .tensor(tensor)), options: options)
  }
}
