// What a wrong value has in common with the expected one: one line to think about. Only what holds exactly, within the
// tolerance, is said; where nothing is certain there is no line.
import StepRecords

enum DifferenceHint {
  /// Larger values are not searched: a learner looks at small ones.
  private static let mostNumbers = 1 << 16

  static func line(expected: ProbedValue, actual: ProbedValue, tolerance: Tolerance) -> String? {
    switch (expected, actual) {
    case (.numbers(let shape, let values), .numbers(let otherShape, let others)):
      guard max(values.count, others.count) <= mostNumbers else { return nil }
      let pair = NumberPair(
        shape: shape, expected: values, actualShape: otherShape, actual: others, tolerance: tolerance)
      return shape == otherShape ? valueHint(pair) : shapeHint(pair)
    case (.text(let a), .text(let b)): return TextPattern.line(expected: a, actual: b)
    case (.list(let a), .list(let b)): return TextPattern.line(expected: a, actual: b)
    default: return nil
    }
  }

  /// The first that holds.
  private static func shapeHint(_ pair: NumberPair) -> String? {
    pair.isTransposedShape ?? pair.isReshaped ?? pair.isCutOff
  }

  private static func valueHint(_ pair: NumberPair) -> String? {
    let first: [KeyPath<NumberPair, String?>] = [\.hasNoNumbers, \.isAllZero]
    // The most telling ones first: a transpose is also another order of the same numbers.
    let finite: [KeyPath<NumberPair, String?>] = [
      \.isTransposed, \.isReversed, \.isNegated, \.isMultiple, \.isOffset, \.isFunction, \.isShifted, \.isReordered,
      \.sumsDiffer, \.rowsAreMultiples, \.columnsAreMultiples, \.rowsAreOffset,
    ]
    let patterns = first + (pair.isFinite ? finite : []) + [\.wrongRegion]
    return patterns.lazy.compactMap { pair[keyPath: $0] }.first
  }
}
