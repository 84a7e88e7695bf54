// Where all the wrong numbers stand: a row, a column, the diagonal, a triangle. The rest is right.

extension NumberPair {
  /// The smallest region that holds every wrong number, if it is not the whole.
  var wrongRegion: String? {
    guard width > 0 else { return nil }
    let wrong = expected.indices.filter { !tolerance.accepts(actual[$0], for: expected[$0]) }
    guard !wrong.isEmpty, wrong.count < expected.count else { return nil }
    if shape.count == 1 { return region(wrong) }
    guard shape.count == 2, shape[0] > 1, shape[1] > 1 else { return nil }
    return region(wrong.map { (row: $0 / width, column: $0 % width) })
  }

  /// Of a list.
  private func region(_ wrong: [Int]) -> String? {
    guard expected.count > 2, wrong.count == 1 else { return nil }
    return switch wrong[0] {
    case 0: "only the first number is wrong"
    case expected.count - 1: "only the last number is wrong"
    default: nil
    }
  }

  /// Of a matrix.
  private func region(_ wrong: [(row: Int, column: Int)]) -> String? {
    let (lastRow, lastColumn) = (shape[0] - 1, shape[1] - 1)
    let regions: [(name: String, size: Int, holds: (Int, Int) -> Bool)] = [
      ("in the first row", shape[1], { row, _ in row == 0 }),
      ("in the last row", shape[1], { row, _ in row == lastRow }),
      ("in the first column", shape[0], { _, column in column == 0 }),
      ("in the last column", shape[0], { _, column in column == lastColumn }),
      ("on the diagonal", min(shape[0], shape[1]), { row, column in row == column }),
      ("above the diagonal", .max, { row, column in column > row }),
      ("below the diagonal", .max, { row, column in column < row }),
      ("on or above the diagonal", .max, { row, column in column >= row }),
      ("on or below the diagonal", .max, { row, column in column <= row }),
    ]
    guard let region = regions.first(where: { region in wrong.allSatisfy { region.holds($0.row, $0.column) } }) else {
      return nil
    }
    // A single wrong number is in some region or other.
    guard wrong.count > 1 else { return nil }
    return region.size == wrong.count
      ? "the numbers \(region.name) are wrong, all others are right"
      : "all wrong numbers stand \(region.name)"
  }
}
