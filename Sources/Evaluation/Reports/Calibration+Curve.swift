// A reliability diagram as plain numbers, for whoever draws it.

extension Calibration {
  /// A point for each bin: how sure was said, how much was right, and the ends of its interval; all 0 to 1.
  public var curve: (confidence: [Double], accuracy: [Double], low: [Double], high: [Double]) {
    (bins.map(\.meanConfidence), bins.map(\.accuracy.value), bins.map(\.accuracy.low), bins.map(\.accuracy.high))
  }
}
