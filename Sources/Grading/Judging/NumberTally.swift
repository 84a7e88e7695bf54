// Numbers compared one by one, and what adds up over all of a value's: how many are outside the tolerance, and how far.
import StepRecords

struct NumberTally {
  private(set) var count = 0
  private(set) var wrongCount = 0
  /// Of the pairs that are both finite; nil if there are none.
  private(set) var largestError: Double?
  private(set) var worstPlace: [String] = []

  /// Adds numbers of one shape.
  ///
  /// - Returns: the places of those outside the tolerance, in the order of the values.
  mutating func add(
    _ expected: [Double], _ actual: [Double], _ shape: [Int], _ tolerance: Tolerance, place: () -> [String]
  ) -> [Int] {
    var wrong: [Int] = []
    var worst: Int?
    for (index, (wanted, value)) in zip(expected, actual).enumerated() {
      if !tolerance.accepts(value, for: wanted) { wrong.append(index) }
      let error = abs(value - wanted)
      guard error.isFinite, error > largestError ?? -1 else { continue }
      largestError = error
      worst = index
    }
    if let worst { worstPlace = place() + ValueText.place(of: worst, in: shape) }
    count += expected.count
    wrongCount += wrong.count
    return wrong
  }
}

extension Tolerance {
  /// Whether a number may stand for the expected one. NaN equals NaN only, an infinity itself only.
  func accepts(_ actual: Double, for expected: Double) -> Bool {
    guard actual.isFinite, expected.isFinite else { return actual == expected || (actual.isNaN && expected.isNaN) }
    return abs(actual - expected) <= absolute + relative * abs(expected)
  }
}

extension ValueDifference {
  /// At most this many numbers, and two axes, are kept for drawing.
  private static let mostNumbers = 64

  mutating func draw(_ shape: [Int], _ expected: [Double], _ otherShape: [Int], _ actual: [Double], wrong: [Int]?) {
    guard max(expected.count, actual.count) <= Self.mostNumbers, max(shape.count, otherShape.count) <= 2 else { return }
    self.shape = shape
    expectedNumbers = expected
    actualNumbers = actual
    if shape != otherShape { actualShape = otherShape }
    wrongNumbers = wrong
  }
}
