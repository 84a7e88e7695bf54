// The numbers of a small value as rows and columns, for terminals and pages alike.

struct DrawnNumbers: Equatable {
  let shape: [Int]
  /// Row by row.
  let values: [Double]
  /// Places of those outside the tolerance.
  let wrong: Set<Int>

  var columnCount: Int { shape.last ?? 1 }
  var rowCount: Int { shape.count == 2 ? shape[0] : 1 }
  var isMatrix: Bool { shape.count == 2 }

  /// The places of each row's numbers.
  var rows: [Range<Int>] { (0..<rowCount).map { $0 * columnCount..<($0 + 1) * columnCount } }

  private static let mostNumbers = 64

  /// nil where the numbers do not fill the shape: a verdict may have been read from a file.
  private init?(_ shape: [Int], _ values: [Double], wrong: [Int]) {
    guard shape.count <= 2, shape.allSatisfy({ (1...Self.mostNumbers).contains($0) }),
      values.count == shape.reduce(1, *)
    else { return nil }
    (self.shape, self.values, self.wrong) = (shape, values, Set(wrong))
  }

  /// nil for a value that is large, has more than two axes, is a single number, or no numbers.
  static func sides(of difference: ValueDifference) -> (expected: DrawnNumbers, actual: DrawnNumbers)? {
    let wrong = difference.wrongNumbers ?? []
    guard let shape = difference.shape, let expected = difference.expectedNumbers,
      let actual = difference.actualNumbers, max(expected.count, actual.count) > 1,
      let left = DrawnNumbers(shape, expected, wrong: wrong),
      let right = DrawnNumbers(difference.actualShape ?? shape, actual, wrong: wrong)
    else { return nil }
    return (left, right)
  }
}
