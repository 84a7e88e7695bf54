// The longest common subsequence of two texts.

enum CommonSubsequence {
  /// Places of `first` whose elements stand in the same order in `second`: as many as can be, of several choices the
  /// later ones. In time and memory the product of both lengths.
  static func places<Element: Equatable>(in first: [Element], of second: [Element]) -> [Int] {
    let width = second.count + 1
    // [first + 1, second + 1]: the length for the beginnings of both.
    var lengths = [Int32](repeating: 0, count: (first.count + 1) * width)
    for row in first.indices {
      for column in second.indices {
        let place = (row + 1) * width + column + 1
        lengths[place] =
          first[row] == second[column]
          ? lengths[place - width - 1] + 1 : max(lengths[place - width], lengths[place - 1])
      }
    }
    var (row, column, places) = (first.count, second.count, [Int]())
    while row > 0, column > 0 {
      if first[row - 1] == second[column - 1] {
        (row, column) = (row - 1, column - 1)
        places.append(row)
      } else if lengths[row * width + column - 1] > lengths[(row - 1) * width + column] {
        column -= 1
      } else {
        row -= 1
      }
    }
    return places.reversed()
  }
}
