// A number that was measured on a sample, with how sure it is.

/// A value with its 95 % interval. Everything that is reported of a model is one.
public struct Estimate: Codable, Equatable, Sendable {
  public var value: Double
  /// The ends of the interval; both the value itself where nothing can be said.
  public var low: Double
  public var high: Double

  public init(_ value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }
}
