// Pictures of evaluations.
import StepRecords
import Transformers

/// Shows how often what is said to be so sure is right: a reliability diagram, with the line on which a model is as sure
/// as it is right, and the 95 % interval of each bin.
public func show(
  reliability: Calibration, _ name: String = "reliability", file: StaticString = #fileID, line: Int = #line
) {
  let curve = reliability.curve
  let series = [
    ChartRecord.Series(name: "as sure as right", x: [0, 1], y: [0, 1]),
    ChartRecord.Series(
      name: "measured", x: curve.confidence, y: curve.accuracy, lower: curve.low, upper: curve.high),
  ]
  showChart(
    ChartRecord(series: series, isJoined: true, xTitle: "confidence", yTitle: "share right"), name: name, file: file,
    line: line)
}
