import StepRecords
import Testing
import Transformers

@testable import StepSupport

@Suite("Charts")
struct ChartTests {
  @Test("runs become their mean, with bars one standard deviation up and down")
  func runs() {
    let series = ChartRecord.Series(named: "a", runs: Tensor([[1, 4], [3, 4]]), at: [10, 20])
    let spread = Double(Float(2).squareRoot())
    #expect(series.x == [10, 20] && series.y == [2, 4])
    #expect(series.lower == [2 - spread, 4].map { Double(Float($0)) })
    #expect(series.upper == [2 + spread, 4].map { Double(Float($0)) })
  }

  @Test("a single curve, and a single run, have no bars")
  func single() {
    #expect(!ChartRecord.Series(named: "a", runs: Tensor([1, 2]), at: [0, 1]).hasBars)
    #expect(!ChartRecord.Series(named: "a", runs: Tensor([[1, 2]]), at: [0, 1]).hasBars)
  }

  @Test("words say each value with its bar at its place")
  func words() {
    let chart = ChartRecord(
      series: [.init(name: "ours", x: [0, 1], y: [0.5, 0.75], lower: [0.4, 0.75], upper: [0.6, 0.75])],
      isJoined: true, xTitle: "labels", yTitle: "accuracy", xLabels: ["10", "100"])
    #expect(
      ChartText.words(for: chart) == "curves of accuracy over labels; ours: 0.5 ± 0.1 at 10, 0.75 ± 0 at 100")
  }

  @Test("ticks are round numbers within the range", arguments: [(0.41, 0.99), (-120, 104), (3, 3), (0, 1e6)])
  func ticks(lower: Double, upper: Double) {
    let axis = ChartAxis([lower, upper], labels: [])
    #expect((1...8).contains(axis.ticks.count))
    #expect(axis.ticks.allSatisfy { axis.range.contains($0.value) })
  }

  @Test("names are text in the picture, whatever is in them")
  func escaped() {
    let chart = ChartRecord(series: [.init(name: "<a & b>", x: [0], y: [.nan])], isJoined: false)
    #expect(ChartSVG(chart).source.contains("&lt;a &amp; b&gt;"))
    #expect(!ChartSVG(chart).source.contains("NaN") && !ChartSVG(chart).source.contains("nan"))
  }

  @Test("series with bars are drawn beside each other, others where they are")
  func shifts() {
    let bars = ChartRecord.Series(name: "a", x: [0, 10], y: [1, 1], lower: [0, 0], upper: [2, 2])
    let chart = ChartRecord(series: [bars, bars, bars], isJoined: true)
    #expect((0..<3).map { chart.shift(ofSeries: $0) } == [-0.12, 0, 0.12])
    let plain = ChartRecord(series: [.init(name: "a", x: [0, 10], y: [1, 1])], isJoined: true)
    #expect(plain.shift(ofSeries: 0) == 0)
  }
}
