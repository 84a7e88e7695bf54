// The linear layer.

import Tensors

/// `y = x Wᵀ + b`: `[…, inputs]` to `[…, outputs]`.
public struct Linear: Layer {
  /// `[outputs, inputs]`, as in PyTorch.
  public let weight: Parameter
  /// `[outputs]`
  public let bias: Parameter?
  /// What fine-tuning has learnt on top; see ``LoRA``.
  public var adapter: Adapter?

  public init(weight: Parameter, bias: Parameter? = nil) {
    self.weight = weight
    self.bias = bias
  }

  /// The bias begins at 0.
  public init(
    inputs: Int, outputs: Int, hasBias: Bool = true, values: InitialValues = .gpt, using initializer: inout Initializer
  ) {
    weight = initializer([outputs, inputs], values)
    bias = hasBias ? initializer([outputs], .constant(0)) : nil
  }

  public var inputs: Int { weight.value.shape[1] }
  public var outputs: Int { weight.value.shape[0] }

  public func callAsFunction(_ x: Tensor) -> Tensor {
    let y = linear(x, weight: weight.tensor, bias: bias?.tensor)
    return adapter.map { y + $0(x) } ?? y
  }

  public var parameters: [NamedParameter] {
    var parameters = [NamedParameter("weight", weight)]
    if let bias { parameters.append(NamedParameter("bias", bias)) }
    return parameters + (adapter?.parameters(named: "adapter") ?? [])
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try visit("", &self)
  }
}
