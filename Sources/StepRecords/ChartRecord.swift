// What a drawing of curves or points was made from.

/// Series over common axes. Beside the SVG of a picture it lets a terminal draw the same.
public struct ChartRecord: Codable, Equatable, Sendable {
  public struct Series: Codable, Equatable, Sendable {
    public var name: String
    /// As many as `y`.
    public var x: [Double]
    public var y: [Double]
    /// Ends of an error bar at each point; empty for none.
    public var lower: [Double]
    public var upper: [Double]

    public init(name: String, x: [Double], y: [Double], lower: [Double] = [], upper: [Double] = []) {
      self.name = name
      self.x = x
      self.y = y
      self.lower = lower
      self.upper = upper
    }

    public var hasBars: Bool { !lower.isEmpty && lower.count == upper.count }
  }

  public var series: [Series]
  /// Whether the points of a series are joined to a curve.
  public var isJoined: Bool
  public var xTitle: String
  public var yTitle: String
  /// What stands at x = 0, 1, 2 …; empty: the numbers themselves.
  public var xLabels: [String]

  public init(
    series: [Series], isJoined: Bool, xTitle: String = "", yTitle: String = "", xLabels: [String] = []
  ) {
    self.series = series
    self.isJoined = isJoined
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.xLabels = xLabels
  }

  /// How far to the right a series is drawn of where it is, so that error bars at one x stand beside each other.
  public func shift(ofSeries index: Int) -> Double {
    let places = series.flatMap(\.x).filter(\.isFinite)
    guard series.contains(where: \.hasBars), let first = places.min(), let last = places.max() else { return 0 }
    return (Double(index) - Double(series.count - 1) / 2) * (last - first) * 0.012
  }
}
