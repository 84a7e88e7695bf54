// Curves of runs in one picture, or in words.
import Experiments
import Rendering
import StepRecords

struct CurvesPicture {
  let title: String
  /// By name; those without a point are left out.
  let curves: [(name: String, points: [CurvePoint])]
  var height = 10

  func lines(_ options: TextOptions) -> [StyledLine] {
    let curves = curves.filter { !$0.points.isEmpty }
    guard !curves.isEmpty else { return [] }
    if options.plain {
      return curves.flatMap { curve in
        let values = curve.points.map(\.value)
        let finite = values.filter(\.isFinite)
        let series = SeriesRecord(
          count: values.count, last: values.last ?? .nan, minimum: finite.min() ?? .nan, maximum: finite.max() ?? .nan,
          values: values, stride: 1)
        let name = curve.name == title ? title : "\(title), \(curve.name)"
        return RecordPicture.lines(for: Record(name: name, content: .series(series)), options: options)
      }
    }
    let series = curves.map { curve in
      LineSeries(name: curve.name, points: curve.points.map { .init(x: $0.step, y: $0.value) })
    }
    let chart = LineChart(
      series: series, title: title, xTitle: "step", height: height,
      isLogarithmic: LineChart.spanDecades(series.flatMap(\.points).map(\.y)))
    return chart.lines(options: options)
  }
}
