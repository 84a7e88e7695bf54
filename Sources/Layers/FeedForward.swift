// The part of a block that treats each position by itself.

import Tensors

/// `output(activation(hidden(x)))` (Vaswani et al. 2017, eq. 2), or gated, `output(activation(hidden(x)) · factor(x))`,
/// which with SiLU is SwiGLU (Shazeer 2020): `[…, channels]`, the same shape.
public struct FeedForward: Module, CustomStringConvertible {
  /// `channels` to `hiddenChannels`.
  public var hidden: Linear
  /// The same, for the gated form.
  public var factor: Linear?
  /// `hiddenChannels` to `channels`.
  public var output: Linear
  public let activation: Activation

  public init(
    channels: Int, hiddenChannels: Int, activation: Activation = .geluTanh, isGated: Bool = false, hasBias: Bool = true,
    values: InitialValues = .gpt, outputValues: InitialValues = .gpt, using initializer: inout Initializer
  ) {
    func wide() -> Linear {
      Linear(inputs: channels, outputs: hiddenChannels, hasBias: hasBias, values: values, using: &initializer)
    }
    hidden = wide()
    factor = isGated ? wide() : nil
    output = Linear(
      inputs: hiddenChannels, outputs: channels, hasBias: hasBias, values: outputValues, using: &initializer)
    self.activation = activation
  }

  /// Taps: hidden and activated `[…, hiddenChannels]`, output `[…, channels]`.
  public func callAsFunction(_ x: Tensor, tap: Tap = .off) -> Tensor {
    let hidden = tap("hidden", self.hidden(x))
    let activated = factor.map { activation(hidden) * $0(x) } ?? activation(hidden)
    return tap("output", output(tap("activated", activated)))
  }

  public var parameters: [NamedParameter] {
    hidden.parameters(named: "hidden") + factor.parameters(named: "factor") + output.parameters(named: "output")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try hidden.visitLinears(named: "hidden", visit)
    try factor.visitLinears(named: "factor", visit)
    try output.visitLinears(named: "output", visit)
  }
}
