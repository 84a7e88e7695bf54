// What rounding cost.

import Layers
import Tensors

/// How far rounded weights are from the exact ones, and how much smaller they are.
public struct QuantizationReport: Equatable, Sendable, CustomStringConvertible {
  /// One weight of the model.
  public struct Weight: Equatable, Sendable {
    /// `blocks.0.attention.output.weight`
    public var name: String
    /// `‖W − Ŵ‖ / ‖W‖`, Frobenius norms; 0 for a weight of zeros.
    public var relativeError: Double
    /// The largest `|w − ŵ|`; at most half of the largest scale.
    public var largestError: Double
    public var bytesBefore: Int
    public var bytesAfter: Int
  }

  public let format: WeightFormat
  /// In the order of their names.
  public let weights: [Weight]
  /// Of all parameters of the model, in float32.
  public let bytesBefore: Int
  /// The same with the rounded weights in their place.
  public let bytesAfter: Int

  /// - Parameter model: as it was before it computed with the rounded weights.
  public init(_ quantized: QuantizedWeights, of model: some Model) {
    let exact = Dictionary(model.parameters.map { ($0.name, $0.parameter.value) }) { first, _ in first }
    weights = quantized.matrices.sorted { $0.key < $1.key }.compactMap { name, matrix in
      exact[name].map { Weight(name: name, exact: $0, rounded: matrix) }
    }
    format = quantized.format
    let saved = weights.reduce(0) { $0 + $1.bytesBefore - $1.bytesAfter }
    bytesBefore = model.parameterCount * MemoryLayout<Float>.size
    bytesAfter = bytesBefore - saved
  }

  /// The weight that suffered most; nil if there are none.
  public var worst: Weight? { weights.max { ($0.relativeError, $1.name) < ($1.relativeError, $0.name) } }

  public var description: String {
    let worst = worst.map { ", at worst \(Self.percent($0.relativeError)) (\($0.name))" } ?? ""
    let mean = weights.isEmpty ? 0 : weights.reduce(0) { $0 + $1.relativeError } / Double(weights.count)
    return "\(format.name): \(weights.count) weights off by \(Self.percent(mean)) of their size\(worst); "
      + "\(bytesBefore) bytes become \(bytesAfter)"
  }

  private static func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }
}

extension QuantizationReport.Weight {
  init(name: String, exact: Tensor, rounded: QuantizedMatrix) {
    let (exactValues, roundedValues) = (exact.scalars, rounded.dequantized.scalars)
    var (error, size, largest) = (0.0, 0.0, 0.0)
    for (value, other) in zip(exactValues, roundedValues) {
      let difference = Double(value) - Double(other)
      error += difference * difference
      size += Double(value) * Double(value)
      largest = max(largest, abs(difference))
    }
    self.init(
      name: name, relativeError: size > 0 ? (error / size).squareRoot() : 0, largestError: largest,
      bytesBefore: exact.count * MemoryLayout<Float>.size, bytesAfter: rounded.byteCount)
  }
}
