// Where a curve goes, for a reader who guessed in words.
import StepRecords

extension SeriesRecord {
  /// True if it falls, false if it rises, by more than a tenth; nil if it does neither all along.
  var isFalling: Bool? {
    guard values.count >= 3, values.allSatisfy(\.isFinite), let first = values.first else { return nil }
    let third = values.count / 3
    let means = [values[..<third], values[third..<(2 * third)], values[(2 * third)...]].map {
      $0.reduce(0, +) / Double($0.count)
    }
    guard abs(last - first) > abs(first) / 10 else { return nil }
    // One that first goes the other way is no simple answer.
    let detour = abs(last - first) / 5
    if means[0] > means[1], means[1] > means[2], last < first, maximum < first + detour { return true }
    if means[0] < means[1], means[1] < means[2], last > first, minimum > first - detour { return false }
    return nil
  }
}
