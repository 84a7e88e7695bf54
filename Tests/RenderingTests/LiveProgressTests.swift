// A running computation: what is kept of it, and its picture in windows of every size.
import StepRecords
import Testing

@testable import Rendering

@Suite("Live progress")
struct LiveProgressTests {
  private static func record(_ done: Int, of total: Int, loss: Double, seconds: Double) -> ProgressRecord {
    ProgressRecord(done: done, total: total, metrics: ["loss": loss, "rate": 0.003], seconds: seconds)
  }

  /// Loss from 900 to 0.02, and a held-out loss beside it.
  private static let decades = (0...60).map { step in
    ProgressRecord(
      done: step, total: 80,
      metrics: ["loss": 900 / Double(1 + step * step), "held-out loss": 1000 / Double(1 + step / 10 * 10 * step)],
      seconds: Double(step))
  }

  @Test("has a curve and its figures, or one line where the window is small")
  func pictures() throws {
    let windows: [(rows: Int, options: TextOptions)] = [
      (24, TextOptions(width: 80)), (16, TextOptions(width: 60)), (40, TextOptions(width: 120)),
      (24, TextOptions(width: 80, ascii: true)), (15, TextOptions(width: 80)), (24, TextOptions(width: 58)),
      (24, TextOptions(width: 20)),
    ]
    let text = windows.map { window in
      "== \(window.options.width) × \(window.rows)\n\n"
        + [Samples.running, Self.decades, Samples.endless].map { records in
          LiveProgressPicture.lines(
            for: ProgressHistory(records), name: "training", rows: window.rows, options: window.options
          ).encoded(window.options) + "\n"
        }.joined()
    }
    try Snapshots.expect(text.joined(), named: "progress-live.txt")
  }

  @Test("is as recorded in colours")
  func colors() throws {
    let text = TextOptions.coloredLooks.map { look in
      "== \(look.name)\n\n"
        + LiveProgressPicture.lines(
          for: ProgressHistory(Self.decades), name: "training", rows: 24, options: look.options
        ).encoded(look.options)
    }
    try Snapshots.expect(text.joined().withVisibleEscapes, named: "progress-live-colors.txt")
  }

  @Test("leaves a row of the window free", arguments: 1...30)
  func rows(_ rows: Int) {
    let lines = LiveProgressPicture.lines(
      for: ProgressHistory(Self.decades), name: "training", rows: rows, options: TextOptions())
    #expect(lines.count <= max(1, rows - 1))
  }

  @Test("a million records take no more room than a thousand, and their curve is that of their means")
  func thinning() {
    var curve = ThinnedCurve()
    for step in 0..<1_000_000 { curve.add(x: Double(step), y: step % 2 == 0 ? 3 : 1) }
    #expect(curve.points.count <= ThinnedCurve.mostPoints + 1)
    #expect(curve.points.count >= ThinnedCurve.mostPoints / 2)
    #expect(curve.points.allSatisfy { abs($0.y - 2) < 1e-9 })
    #expect(zip(curve.points, curve.points.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test("the rate is that of the last seconds, and the time left follows it")
  func rate() throws {
    var history = ProgressHistory()
    for second in 0...10 { history.add(Self.record(second * 10, of: 1000, loss: 1, seconds: Double(second))) }
    let slow = try #require(history.rate)
    #expect(abs(slow - 10) < 1e-9)
    #expect(abs((history.secondsLeft ?? 0) - 90) < 1e-9)
    for second in 11...60 {
      history.add(Self.record(100 + (second - 10) * 2, of: 1000, loss: 1, seconds: Double(second)))
    }
    let late = try #require(history.rate)
    #expect(late < 2.1 && late > 2)
  }

  @Test("a computation that begins anew is told by fewer units")
  func beginsAnew() {
    let history = ProgressHistory(Samples.finished)
    #expect(history.isComplete)
    #expect(history.isLeftBehind(by: Samples.running[0]))
    #expect(!history.isLeftBehind(by: Samples.finished[Samples.finished.count - 1]))
  }

  @Test(
    "an axis of powers of ten is for values above 0 that are far apart",
    arguments: [([1, 100], true), ([1, 99], false), ([0, 1000], false), ([-1, 1000], false), ([], false)])
  func decades(_ values: [Double], _ expected: Bool) { #expect(LineChart.spanDecades(values) == expected) }

  @Test("positions on an axis of powers of ten are even")
  func logarithm() {
    let axis = AxisTicks(decadesFrom: 0.01, to: 1000, count: 6)
    #expect(axis.values.map { Float($0) } == [0.01, 0.1, 1, 10, 100, 1000])
    for (index, value) in axis.values.enumerated() { #expect(abs(axis.position(value) - Double(index) / 5) < 1e-6) }
  }
}
