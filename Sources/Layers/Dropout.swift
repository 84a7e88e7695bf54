// Dropout, and the scope in which it is on.

import Tensors

/// Sets each element to 0 with the probability `rate`, and divides the others by `1 - rate` (Srivastava et al. 2014);
/// but only inside `withDropout(seed:)` of the model that it is part of. Elsewhere it changes nothing.
public struct Dropout: Sendable {
  public let rate: Float
  private let scope: ModelScope

  public init(rate: Float, scope: ModelScope) {
    guard 0 <= rate, rate < 1 else { stop("Dropout: the rate \(rate) is not from 0 to below 1") }
    self.rate = rate
    self.scope = scope
  }

  public var isActive: Bool { rate > 0 && scope.random != nil }

  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard rate > 0, var random = scope.random else { return x }
    let kept = Tensor.randomUniform(x.shape, using: &random) .>= rate
    scope.random = random
    return x * (kept * (1 / (1 - rate)))
  }
}
