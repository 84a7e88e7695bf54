// What is kept of a long computation: where it stands, how fast it is, and its curves, thinned so that a million steps
// take no more room than a thousand.
import StepRecords

public struct ProgressHistory: Equatable, Sendable {
  public private(set) var latest: ProgressRecord?
  /// The loss without the noise of single batches; nil before the first.
  private(set) var smoothedLoss: Double?
  /// Units a second over the last few seconds; nil before there are two records.
  private(set) var rate: Double?
  private(set) var loss = ThinnedCurve()
  private(set) var heldOutLoss = ThinnedCurve()
  /// What the computation calls it.
  private(set) var heldOutName = "held-out loss"

  /// Of a new value in the smoothed loss.
  private static let smoothing = 0.2
  /// Seconds that the rate looks back, about.
  private static let rateMemory = 5.0

  public init() {}

  public init(_ records: [ProgressRecord]) {
    for record in records { add(record) }
  }

  /// Whether `record` belongs to another computation that began anew under the same name.
  public func isLeftBehind(by record: ProgressRecord) -> Bool { latest.map { $0.done > record.done } ?? false }

  /// Whether all units are done.
  public var isComplete: Bool { latest.map { $0.total > 0 && $0.done >= $0.total } ?? false }

  public mutating func add(_ record: ProgressRecord) {
    if let latest {
      let (units, seconds) = (Double(record.done) - Double(latest.done), record.seconds - latest.seconds)
      if units >= 0, seconds > 0, seconds.isFinite {
        let weight = seconds / (seconds + Self.rateMemory)
        rate = rate.map { $0 + weight * (units / seconds - $0) } ?? units / seconds
      }
    }
    if let value = record.metrics["loss"] {
      loss.add(x: Double(record.done), y: value)
      if value.isFinite { smoothedLoss = smoothedLoss.map { $0 + Self.smoothing * (value - $0) } ?? value }
    }
    for name in ["held-out loss", "validation loss"] {
      guard let value = record.metrics[name] else { continue }
      heldOutName = name
      heldOutLoss.add(x: Double(record.done), y: value)
    }
    latest = record
  }

  /// Seconds still to go at the present rate; nil if nobody knows.
  var secondsLeft: Double? {
    guard let latest, latest.total > 0, latest.done > 0 else { return nil }
    let units = max(0, Double(latest.total) - Double(latest.done))
    let average = Double(latest.done) / latest.seconds
    return units / (rate.flatMap { $0 > 0 ? $0 : nil } ?? average)
  }
}

/// A curve of at most so many points; when there are more, neighbours become their mean.
struct ThinnedCurve: Equatable, Sendable {
  static let mostPoints = 512

  private var kept: [LineSeries.Point] = []
  /// How many values each kept point is the mean of.
  private var perPoint = 1
  /// Sums over the values that do not make a point yet.
  private var pending = LineSeries.Point(x: 0, y: 0)
  private var pendingCount = 0

  /// In order, the latest last.
  var points: [LineSeries.Point] {
    let count = Double(pendingCount)
    return pendingCount == 0 ? kept : kept + [LineSeries.Point(x: pending.x / count, y: pending.y / count)]
  }

  mutating func add(x: Double, y: Double) {
    pending.x += x
    pending.y += y
    pendingCount += 1
    guard pendingCount == perPoint else { return }
    kept = points
    (pending, pendingCount) = (LineSeries.Point(x: 0, y: 0), 0)
    guard kept.count == Self.mostPoints else { return }
    kept = stride(from: 0, to: kept.count, by: 2).map { index in
      let (a, b) = (kept[index], kept[index + 1])
      return LineSeries.Point(x: a.x / 2 + b.x / 2, y: a.y / 2 + b.y / 2)
    }
    perPoint *= 2
  }
}
