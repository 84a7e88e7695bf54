// Numbers in order as a curve.
import StepRecords

enum SeriesSVG {
  /// nil if all are equal, or none can be drawn.
  static func picture(of series: SeriesRecord, name: String) -> HTML? {
    guard series.minimum != series.maximum else { return nil }
    let facts = SeriesPicture.facts(series, TextOptions())
    let words = facts.map { "\($0.label) \($0.value)" }.joined(separator: ", ")
    return CurveSVG.picture(
      of: LineSeries.points(of: series), title: RecordHTML.title(name, "series"), description: words)
  }
}
