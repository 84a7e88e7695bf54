// Fine-tuning a few numbers beside a frozen model: low-rank adaptation (Hu et al. 2021).

import Tensors

/// What adapters a model gets: beside each chosen linear layer `y = x Wᵀ` a second path, `scale · dropout(x) Aᵀ Bᵀ`,
/// through only `rank` channels. B begins at 0, so that the model is the same at first.
public struct LoRA: Sendable, Equatable {
  public var rank: Int
  /// The scale is `alpha / rank`.
  public var alpha: Float
  public var dropout: Float
  /// Ends of the names of linear layers, such as "attention.queries" or "output"; nil: all but the output layer of the
  /// model.
  public var targets: [String]?
  /// Scales by `alpha / √rank` instead, so that high ranks learn as fast (rsLoRA, Kalajdzievski 2023).
  public var scalesByRoot: Bool

  public init(
    rank: Int = 4, alpha: Float = 16, dropout: Float = 0.05, targets: [String]? = nil, scalesByRoot: Bool = false
  ) {
    self.rank = rank
    self.alpha = alpha
    self.dropout = dropout
    self.targets = targets
    self.scalesByRoot = scalesByRoot
  }

  public var scale: Float { alpha / (scalesByRoot ? Float(rank).squareRoot() : Float(rank)) }

  /// Whether a linear layer gets an adapter. `output` ends the name "blocks.0.attention.output", not "layout".
  func aims(at name: String, outputLayer: String) -> Bool {
    guard let targets else { return name != outputLayer }
    return targets.contains { name == $0 || name.hasSuffix("." + $0) }
  }
}

/// The second path beside a linear layer.
public struct Adapter: Module, CustomStringConvertible {
  /// A, `[rank, inputs]`.
  public let down: Parameter
  /// B, `[outputs, rank]`.
  public let up: Parameter
  /// What it was made with; shapes are those of the parameters.
  public let lora: LoRA
  private let dropout: Dropout

  public init(down: Parameter, up: Parameter, lora: LoRA, scope: ModelScope) {
    self.down = down
    self.up = up
    self.lora = lora
    dropout = Dropout(rate: lora.dropout, scope: scope)
  }

  /// What is added to the layer's output.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    linear(linear(dropout(x), weight: down.tensor, bias: nil), weight: up.tensor, bias: nil) * lora.scale
  }

  /// What is added to the layer's weight instead: `scale · B A`, `[outputs, inputs]`.
  public var weight: Tensor { up.value.matmul(down.value) * lora.scale }

  public var parameters: [NamedParameter] { [NamedParameter("down", down), NamedParameter("up", up)] }
}

extension Linear {
  mutating func addAdapter(_ lora: LoRA, scope: ModelScope, using initializer: inout Initializer) {
    let down = initializer([lora.rank, inputs], .torch(inputs: inputs))
    let up = initializer([outputs, lora.rank], .constant(0))
    adapter = Adapter(down: down, up: up, lora: lora, scope: scope)
  }

  /// The layer without an adapter that computes the same: its weight is a new parameter.
  public func merged() -> Linear {
    guard let adapter else { return self }
    let merged = Linear(weight: Parameter(weight.value + adapter.weight), bias: bias)
    merged.weight.isFrozen = weight.isFrozen
    return merged
  }
}

extension LoRA {
  /// Throws ``LoRAError`` if no adapter can be made so.
  public func check() throws {
    guard (1...65_536).contains(rank) else { throw LoRAError.impossibleRank(rank) }
    guard dropout >= 0, dropout < 1 else { throw LoRAError.impossibleDropout(dropout) }
  }
}

/// Why a model gets no adapters.
public enum LoRAError: Error, Equatable, Sendable, CustomStringConvertible {
  case noSuchTarget(String, layers: [String])
  case impossibleRank(Int)
  case impossibleDropout(Float)

  public var description: String {
    switch self {
    case .noSuchTarget(let target, let layers):
      "LoRA: no linear layer's name ends with \"\(target)\"; there are \(layers.prefix(12).joined(separator: ", "))"
        + (layers.count > 12 ? " …" : "")
    case .impossibleRank(let rank): "LoRA: the rank must be from 1 to 65536; it is \(rank)"
    case .impossibleDropout(let rate): "LoRA: the dropout must be from 0 to below 1; it is \(rate)"
    }
  }
}

extension Module {
  /// Puts adapters beside linear layers, and freezes everything else. Throws ``LoRAError``.
  ///
  /// The adapters belong to this value; a copy made before goes on without them, with the same (now frozen) parameters.
  ///
  /// - Parameter outputLayer: the layer that `targets: nil` leaves out.
  public mutating func addAdapters(
    _ lora: LoRA, outputLayer: String = "head", scope: ModelScope, seed: Int
  ) throws {
    try lora.check()
    var layers: [String] = []
    visitLinears { name, _ in layers.append(name) }
    for target in lora.targets ?? [] where !layers.contains(where: { $0 == target || $0.hasSuffix("." + target) }) {
      throw LoRAError.noSuchTarget(target, layers: layers)
    }
    freeze()
    var initializer = Initializer(seed: seed)
    visitLinears { name, layer in
      if lora.aims(at: name, outputLayer: outputLayer) { layer.addAdapter(lora, scope: scope, using: &initializer) }
    }
  }

  /// Adds the adapters to the weights they stand beside, which become new parameters: the same results, at the speed of
  /// the model without them. What was frozen stays so.
  public mutating func mergeAdapters() {
    visitLinears { _, layer in layer = layer.merged() }
  }

  /// Takes the adapters away: the model before fine-tuning.
  public mutating func removeAdapters() {
    visitLinears { _, layer in layer.adapter = nil }
  }

  /// The adapters' parameters only.
  public var adapterParameters: [NamedParameter] {
    parameters.filter { $0.name.hasSuffix(".adapter.down") || $0.name.hasSuffix(".adapter.up") }
  }
}
