// The linear layers of a model in few bits.

import Layers
import Tensors

/// The weights of a model's linear layers, rounded. Embeddings, norms, biases and the output layer are not among them:
/// they are few, or suffer most.
public struct QuantizedWeights: Equatable, Sendable {
  public let format: WeightFormat
  /// By the names of the parameters: `blocks.0.attention.output.weight`.
  public let matrices: [String: QuantizedMatrix]

  package init(format: WeightFormat, matrices: [String: QuantizedMatrix]) {
    self.format = format
    self.matrices = matrices
  }

  /// Rounds the weights of a model, which stays as it is. Throws ``QuantizationError``.
  public init(_ model: some Model, _ format: WeightFormat) throws {
    try format.check()
    var matrices: [String: QuantizedMatrix] = [:]
    var copy = model
    try copy.visitLinears { name, layer in
      guard name != model.outputLayer else { return }
      let name = name.isEmpty ? "weight" : "\(name).weight"
      matrices[name] = try QuantizedMatrix(layer.weight.value, format, name: name)
    }
    self.init(format: format, matrices: matrices)
  }

  /// Of all matrices together.
  public var byteCount: Int { matrices.values.reduce(0) { $0 + $1.byteCount } }
}

extension Model {
  /// Rounds the weights of all linear layers but the output layer to few bits, and freezes them; adapters can be learnt
  /// on top, before or after (QLoRA's idea; Dettmers et al. 2023). Throws ``QuantizationError``; the model is then as it
  /// was.
  ///
  /// It is the rounding that is real here, not a gain in speed: the layers go on computing in float32 with the rounded
  /// weights, and take as much memory as before. Small are the numbers that ``QuantizedWeights`` holds and writes. The
  /// rounded weights are new parameters of this value; a copy made before keeps the exact ones.
  ///
  /// - Returns: what the rounding cost, weight by weight. What it costs in loss is for the caller to measure.
  @discardableResult
  public mutating func quantizeWeights(_ format: WeightFormat) throws -> QuantizationReport {
    let weights = try QuantizedWeights(self, format)
    let report = QuantizationReport(weights, of: self)
    try use(weights)
    return report
  }

  /// Computes with rounded weights from now on, such as those of a file. Throws ``QuantizationError``; the model is then
  /// as it was.
  public mutating func use(_ weights: QuantizedWeights) throws {
    var copy = self
    var layers: [String: [Int]] = [:]
    copy.visitLinears { layers[$0.isEmpty ? "weight" : "\($0).weight"] = $1.weight.value.shape }
    for (name, matrix) in weights.matrices.sorted(by: { $0.key < $1.key }) {
      guard let shape = layers[name] else {
        throw QuantizationError.noSuchWeight(name, weights: layers.keys.sorted())
      }
      guard shape == matrix.shape else {
        throw QuantizationError.wrongShape(weight: name, expected: shape, found: matrix.shape)
      }
    }
    visitLinears { name, layer in
      guard let matrix = weights.matrices[name.isEmpty ? "weight" : "\(name).weight"] else { return }
      layer = layer.withFrozenWeight(matrix.dequantized)
    }
  }
}
