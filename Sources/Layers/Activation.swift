// The functions between two linear layers.

import Tensors

/// A function of each element.
public enum Activation: String, Codable, Sendable, CaseIterable {
  case relu, tanh
  /// x Φ(x).
  case gelu
  /// GELU by its approximation with tanh, as in GPT-2.
  case geluTanh
  /// x / (1 + e⁻ˣ), also called swish.
  case silu

  public func callAsFunction(_ x: Tensor) -> Tensor {
    switch self {
    case .relu: x.relu()
    case .tanh: x.tanh()
    case .gelu: x.gelu()
    case .geluTanh: x.gelu(approximate: true)
    case .silu: x * x.sigmoid()
    }
  }
}
