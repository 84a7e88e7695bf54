// How well a score tells two classes apart, wherever the line between them is drawn.

/// The receiver operating characteristic: hits against false alarms, for every threshold.
public struct ROCCurve: Equatable, Sendable {
  public struct Point: Equatable, Sendable {
    /// Items that score this or more are taken for positive; infinite at the beginning, where none is.
    public let threshold: Double
    /// The share of the negative items that are taken for positive, 0 to 1.
    public let falsePositiveRate: Double
    /// The share of the positive items that are found, 0 to 1.
    public let truePositiveRate: Double
  }

  /// From (0, 0) to (1, 1), one for each score that occurs.
  public let points: [Point]
  /// The chance that a positive item scores higher than a negative one, where equal scores count half: 1 is perfect,
  /// 0.5 is guessing. `nan` if either class is empty.
  public let area: Double

  public init(scores: [Double], isPositive: [Bool]) {
    precondition(scores.count == isPositive.count, "\(scores.count) scores, \(isPositive.count) classes")
    let positives = Double(isPositive.count { $0 })
    let negatives = Double(isPositive.count) - positives
    let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    var points = [Point(threshold: .infinity, falsePositiveRate: 0, truePositiveRate: 0)]
    var (hits, alarms, area) = (0.0, 0.0, 0.0)
    for (place, item) in order.enumerated() {
      if isPositive[item] { hits += 1 } else { alarms += 1 }
      let isLastOfEqual = place + 1 == order.count || scores[order[place + 1]] != scores[item]
      guard isLastOfEqual, let last = points.last else { continue }
      let point = Point(
        threshold: scores[item], falsePositiveRate: alarms / negatives, truePositiveRate: hits / positives)
      // A trapezium: among equal scores the curve is a straight line.
      area +=
        (point.falsePositiveRate - last.falsePositiveRate) * (point.truePositiveRate + last.truePositiveRate) / 2
      points.append(point)
    }
    self.points = points
    self.area = positives > 0 && negatives > 0 ? area : .nan
  }
}
