// Linear layers with a function between them: the smallest network that is one.

import Layers
import Tensors

/// Layers of the sizes given, with the activation between them but not behind the last: `[…, first size]` to
/// `[…, last size]`.
public struct MultilayerPerceptron: Model, Layer {
  public let sizes: [Int]
  public let activation: Activation
  public let scope = ModelScope()
  public var layers: [Linear]

  /// - Parameter sizes: of the input, of each hidden layer, of the output. Values are random from the seed, as
  ///   PyTorch's.
  public init(sizes: [Int], activation: Activation = .relu, seed: Int) {
    stopUnless("MultilayerPerceptron") { try Self.check(sizes) }
    var initializer = Initializer(seed: seed)
    self.init(sizes: sizes, activation: activation, using: &initializer)
  }

  /// - Parameter sizes: checked.
  init(sizes: [Int], activation: Activation, using initializer: inout Initializer) {
    self.sizes = sizes
    self.activation = activation
    layers = zip(sizes, sizes.dropFirst()).map { inputs, outputs in
      Linear(inputs: inputs, outputs: outputs, values: .torch(inputs: inputs), using: &initializer)
    }
  }

  static func check(_ sizes: [Int]) throws {
    guard sizes.count >= 2 else { throw ConfigurationError.other("sizes are \(sizes); input and output are needed") }
    try ConfigurationError.check(sizes: sizes.map { ("a size", $0) })
  }

  public func callAsFunction(_ x: Tensor) -> Tensor { run(x, tap: scope.tap()) }

  /// The result, and what the hidden layers computed.
  public func runWithCache(
    _ x: Tensor, names: @escaping (String) -> Bool = { _ in true }
  ) -> (result: Tensor, activations: Activations) {
    recording(names) { run(x, tap: $0) }
  }

  private func run(_ x: Tensor, tap: Tap) -> Tensor {
    guard x.shape.last == sizes.first else {
      stop("MultilayerPerceptron: the last axis of the input must be \(sizes[0]); the shape is \(x.shape)")
    }
    var x = x
    for (index, layer) in layers.enumerated() {
      x = tap("layers.\(index).output", layer(x))
      if index < layers.count - 1 { x = tap("layers.\(index).activated", activation(x)) }
    }
    return x
  }

  public var outputLayer: String { "layers.\(layers.count - 1)" }

  public var activationPoints: [ActivationPoint] {
    layers.indices.flatMap { index in
      let axes: [ActivationPoint.Axis] = [.batch, index < layers.count - 1 ? .hiddenChannels : .labels]
      let names = ["output"] + (index < layers.count - 1 ? ["activated"] : [])
      return names.map { ActivationPoint("layers.\(index).\($0)", axes) }
    }
  }

  public var parameters: [NamedParameter] { layers.parameters(named: "layers") }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try layers.visitLinears(named: "layers", visit)
  }
}
