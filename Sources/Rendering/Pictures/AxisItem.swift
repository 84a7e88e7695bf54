// Which indices of an axis are drawn, and where some were left out.

enum AxisItem: Equatable {
  /// `offset` is the place among the values at hand, `index` the place in the whole axis.
  case position(offset: Int, index: Int)
  /// One or more indices left out.
  case gap

  /// The kept indices, at most `limit` of them, taken from both ends; a gap wherever an index is missing.
  static func items(kept: [Int], size: Int, limit: Int) -> [AxisItem] {
    var offsets = Array(kept.indices)
    if offsets.count > limit {
      offsets.removeSubrange((limit + 1) / 2..<offsets.count - limit / 2)
    }
    var items: [AxisItem] = []
    var expected = 0
    for offset in offsets {
      if kept[offset] != expected { items.append(.gap) }
      items.append(.position(offset: offset, index: kept[offset]))
      expected = kept[offset] + 1
    }
    if expected < size { items.append(.gap) }
    return items
  }

  /// The most indices for which `width` of the items stays within `available`; at least one.
  static func fitting(
    kept: [Int], size: Int, available: Int, width: ([AxisItem]) -> Int
  ) -> [AxisItem] {
    var limit = kept.count
    var items = items(kept: kept, size: size, limit: limit)
    while limit > 1, width(items) > available {
      limit -= 1
      items = Self.items(kept: kept, size: size, limit: limit)
    }
    return items
  }
}
