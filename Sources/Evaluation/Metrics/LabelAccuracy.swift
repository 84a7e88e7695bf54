// Whether a label is the right one.

/// Equal to a reference to the character; white space at the ends does not count.
public struct LabelAccuracy: TextMetric {
  public let name = "accuracy"
  public let explanation = "0 to 1, higher is better: equal to the character, white space at the ends aside"

  public init() {}

  public func score(_ prediction: String, _ references: [String]) -> Double {
    let label = prediction.scalars.trimmed
    return references.contains { $0.scalars.trimmed == label } ? 1 : 0
  }
}
