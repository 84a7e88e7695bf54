// Layers that bring a vector to a standard size.

import Tensors

/// `(x - mean) / √(variance + ε) · scale + shift` over the channels (Ba et al. 2016): `[…, channels]`, the same shape.
public struct LayerNorm: Layer {
  /// `[channels]`, 1 at first.
  public let scale: Parameter
  /// `[channels]`, 0 at first.
  public let shift: Parameter?
  public let epsilon: Float

  public init(channels: Int, epsilon: Float = 1e-5, hasShift: Bool = true, using initializer: inout Initializer) {
    scale = initializer([channels], .constant(1))
    shift = hasShift ? initializer([channels], .constant(0)) : nil
    self.epsilon = epsilon
  }

  public func callAsFunction(_ x: Tensor) -> Tensor {
    layerNorm(x, scale: scale.tensor, shift: shift?.tensor, epsilon: epsilon)
  }

  public var parameters: [NamedParameter] {
    [NamedParameter("scale", scale)] + (shift.map { [NamedParameter("shift", $0)] } ?? [])
  }
}

/// `x / √(mean of x² + ε) · scale` over the channels (Zhang and Sennrich 2019): `[…, channels]`, the same shape.
public struct RMSNorm: Layer {
  /// `[channels]`, 1 at first.
  public let scale: Parameter
  public let epsilon: Float

  public init(channels: Int, epsilon: Float = 1e-6, using initializer: inout Initializer) {
    scale = initializer([channels], .constant(1))
    self.epsilon = epsilon
  }

  public func callAsFunction(_ x: Tensor) -> Tensor { rmsNorm(x, scale: scale.tensor, epsilon: epsilon) }

  public var parameters: [NamedParameter] { [NamedParameter("scale", scale)] }
}

/// Which of the two a model has.
public enum Normalization: String, Codable, Sendable { case layerNorm, rmsNorm }

extension Normalization {
  /// - Parameter hasShift: whether a layer norm learns a shift too.
  public func layer(
    channels: Int, epsilon: Float, hasShift: Bool = true, using initializer: inout Initializer
  ) -> any Layer {
    switch self {
    case .layerNorm: LayerNorm(channels: channels, epsilon: epsilon, hasShift: hasShift, using: &initializer)
    case .rmsNorm: RMSNorm(channels: channels, epsilon: epsilon, using: &initializer)
    }
  }
}
