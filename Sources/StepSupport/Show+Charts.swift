// Pictures of several series: curves with error bars, and points in the plane.
import StepRecords
import Transformers

/// Shows named curves over common x values: a tensor `[x]` is a curve; of a tensor `[runs, x]` the mean over its runs
/// is drawn, with bars one standard deviation of the runs up and down.
///
/// - Parameters:
///   - x: where the values stand; 0, 1, 2 … if nothing is said.
///   - evenly: stands the x values at even distances, as for 10, 100, 1000.
public func show<Number: BinaryFloatingPoint>(
  curves: KeyValuePairs<String, Tensor>, at x: [Number], evenly: Bool = false, xTitle: String = "",
  yTitle: String = "", _ name: String = "", file: StaticString = #fileID, line: Int = #line
) {
  let places = x.map { Double($0) }
  let series = curves.map { curve -> ChartRecord.Series in
    guard (1...2).contains(curve.value.rank), curve.value.shape.last == places.count, curve.value.shape[0] > 0 else {
      stop(
        "show(curves:) needs [x] or [runs, x] with a value for each of the \(places.count) x values; the shape of "
          + "\"\(curve.key)\" is \(curve.value.shape)")
    }
    return ChartRecord.Series(
      named: curve.key, runs: curve.value, at: evenly ? places.indices.map { Double($0) } : places)
  }
  showChart(
    ChartRecord(
      series: series, isJoined: true, xTitle: xTitle, yTitle: yTitle,
      xLabels: evenly ? places.map { ChartText.number($0) } : []), name: name, file: file, line: line)
}

/// Shows named sets of points in the plane, each a tensor `[points, 2]`; of each set at most 400 are drawn.
public func show(
  points: KeyValuePairs<String, Tensor>, xTitle: String = "", yTitle: String = "", _ name: String = "",
  file: StaticString = #fileID, line: Int = #line
) {
  let most = 400
  let series = points.map { set -> ChartRecord.Series in
    guard set.value.rank == 2, set.value.shape[1] == 2 else {
      stop("show(points:) needs [points, 2]; the shape of \"\(set.key)\" is \(set.value.shape)")
    }
    let count = set.value.shape[0]
    let shown = set.value[0..<min(count, most)].transposed().scalars.map { Double($0) }
    return ChartRecord.Series(
      name: count > most ? "\(set.key) (\(most) of \(count))" : set.key, x: Array(shown.prefix(shown.count / 2)),
      y: Array(shown.suffix(shown.count / 2)))
  }
  showChart(
    ChartRecord(series: series, isJoined: false, xTitle: xTitle, yTitle: yTitle), name: name, file: file, line: line)
}

func showChart(_ chart: ChartRecord, name: String, file: StaticString, line: Int) {
  showRecord(
    .picture(PictureRecord(svg: ChartSVG(chart).source, alternative: ChartText.words(for: chart), chart: chart)),
    name: name, file: file, line: line)
}

extension ChartRecord.Series {
  /// - Parameter runs: `[x]`, or `[runs, x]`, whose mean over the runs is the curve. Bars need two runs.
  init(named name: String, runs: Tensor, at x: [Double]) {
    let curve = runs.rank == 2 ? runs.mean(axis: 0) : runs
    self.init(name: name, x: x, y: curve.scalars.map { Double($0) })
    guard runs.rank == 2, runs.shape[0] > 1 else { return }
    let spread = runs.variance(axis: 0).sqrt()
    lower = (curve - spread).scalars.map { Double($0) }
    upper = (curve + spread).scalars.map { Double($0) }
  }
}
