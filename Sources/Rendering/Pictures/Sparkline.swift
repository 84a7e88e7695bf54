// A curve in one line of text.

enum Sparkline {
  /// The values in order in at most `width` columns, eight heights from the smallest to the largest; neighbours are
  /// averaged if there are more values than columns. Values that are not finite leave a space. In ASCII five heights.
  static func text(_ values: [Double], width: Int, _ options: TextOptions) -> String {
    let columns = bucketed(values, count: width)
    let finite = columns.filter(\.isFinite)
    guard let lowest = finite.min(), let highest = finite.max() else { return "" }
    let levels = Array(options.ascii ? "_.-=^" : "▁▂▃▄▅▆▇█")
    return String(
      columns.map { value -> Character in
        guard value.isFinite else { return " " }
        guard highest > lowest else { return levels[levels.count / 2] }
        let share = (value / 2 - lowest / 2) / (highest / 2 - lowest / 2)
        return levels[min(Int(share * Double(levels.count)), levels.count - 1)]
      })
  }

  /// At most `count` means of neighbouring finite values; nan where a group has none.
  static func bucketed(_ values: [Double], count: Int) -> [Double] {
    guard values.count > count, count > 0 else { return count > 0 ? values : [] }
    return (0..<count).map { index in
      let group = values[index * values.count / count..<(index + 1) * values.count / count].filter(\.isFinite)
      return group.isEmpty ? .nan : group.reduce(0) { $0 + $1 / Double(group.count) }
    }
  }
}
