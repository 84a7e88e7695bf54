// What a run's log tells, step by step, as curves.

/// One point of a curve: a value after so many steps.
public struct CurvePoint: Codable, Equatable, Sendable {
  public var step: Double
  public var value: Double
}

extension RecordedRun {
  /// A quantity over the steps. Of more lines than points neighbours become their mean, which takes the noise of single
  /// batches away; a value that is not finite breaks the curve where it stands.
  public func curve(_ quantity: (RunLogLine) -> Double?, points: Int = 120) -> [CurvePoint] {
    let all = log.compactMap { line in quantity(line).map { CurvePoint(step: Double(line.step), value: $0) } }
    let width = max(1, (all.count - 1) / max(1, points) + 1)
    return stride(from: 0, to: all.count, by: width).map { start in
      let group = all[start..<min(all.count, start + width)]
      let count = Double(group.count)
      return CurvePoint(
        step: group.reduce(0) { $0 + $1.step } / count, value: group.reduce(0) { $0 + $1.value } / count)
    }
  }

  /// Each evaluation as it was.
  public var validationCurve: [CurvePoint] { curve(\.validationLoss, points: .max) }
}
