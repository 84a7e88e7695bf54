// A tensor in a record of bounded size: statistics over all of it, and a block of its values.

extension TensorRecord {
  /// At most this many values travel.
  public static let mostValues = 4096

  /// At most this many when a value is looked at by itself.
  public static let mostValuesInFull = 1 << 18

  /// - Parameters:
  ///   - scalars: all values of a tensor of that shape, row-major.
  ///   - most: how many of them travel.
  public init(_ scalars: [Float], shape: [Int], heatMap: HeatMap? = nil, most: Int = mostValues) {
    let kept = Self.keptIndices(of: shape, most: most)
    self.init(
      shape: shape, statistics: Statistics(of: scalars),
      values: kept.map { Self.block(of: scalars, shape: shape, kept: $0) } ?? scalars, kept: kept, heatMap: heatMap)
  }

  /// Which indices of each axis to keep so that at most `most` values remain: both ends of each axis, the last two axes
  /// most generously; nil if all can stay.
  static func keptIndices(of shape: [Int], most: Int = mostValues) -> [[Int]]? {
    guard shape.reduce(1, { $0.multipliedReportingOverflow(by: $1).partialValue }) > most else { return nil }
    var lengths = shape
    while lengths.reduce(1, *) > most {
      // Shorten the longest axis, counting the last two as if they were shorter than they are.
      let weight = { (axis: Int) in axis >= shape.count - 2 ? Double(lengths[axis]) / 8 : Double(lengths[axis]) }
      guard let longest = lengths.indices.filter({ lengths[$0] > 2 }).max(by: { weight($0) < weight($1) }) else {
        break
      }
      lengths[longest] = max(2, lengths[longest] / 2)
    }
    return zip(shape, lengths).map { size, length in
      length == size ? Array(0..<size) : Array(0..<(length + 1) / 2) + Array(size - length / 2..<size)
    }
  }

  static func block(of scalars: [Float], shape: [Int], kept: [[Int]]) -> [Float] {
    var offsets = [0]
    for (size, indices) in zip(shape, kept) {
      offsets = offsets.flatMap { offset in indices.map { offset * size + $0 } }
    }
    return offsets.map { scalars[$0] }
  }
}

extension TensorRecord.Statistics {
  /// nil for no values at all; zeros when none of them is finite.
  public init?(of scalars: [Float]) {
    guard !scalars.isEmpty else { return nil }
    var minimum = Float.infinity
    var maximum = -Float.infinity
    var sum = 0.0
    var finite = 0
    for value in scalars where value.isFinite {
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      sum += Double(value)
      finite += 1
    }
    guard finite > 0 else {
      self.init(minimum: 0, maximum: 0, mean: 0, standardDeviation: 0, nonFinite: scalars.count)
      return
    }
    let mean = sum / Double(finite)
    var squares = 0.0
    for value in scalars where value.isFinite { squares += (Double(value) - mean) * (Double(value) - mean) }
    self.init(
      minimum: minimum, maximum: maximum, mean: Float(mean),
      standardDeviation: Float((squares / Double(finite)).squareRoot()), nonFinite: scalars.count - finite)
  }
}
