// Functions of each element. The result has the same shape; NaN stays NaN.

extension Tensor {
  public static prefix func - (x: Tensor) -> Tensor { x.map(.negate) }

  /// |x|
  public func abs() -> Tensor { map(.absolute) }

  /// √x; NaN for negative x.
  public func sqrt() -> Tensor { map(.squareRoot) }

  /// eˣ; inf from 88.73 on.
  public func exp() -> Tensor { map(.exponential) }

  /// The natural logarithm; -inf for 0, NaN for negative x.
  public func log() -> Tensor { map(.logarithm) }

  public func tanh() -> Tensor { map(.hyperbolicTangent) }

  public func sin() -> Tensor { map(.sine) }

  public func cos() -> Tensor { map(.cosine) }

  /// 1 / (1 + e⁻ˣ)
  public func sigmoid() -> Tensor { map(.sigmoid) }

  /// max(x, 0)
  public func relu() -> Tensor { map(.relu) }

  /// x Φ(x), with Φ the normal distribution function (Hendrycks and Gimpel 2016).
  ///
  /// - Parameter approximate: x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2 instead, as in GPT-2.
  public func gelu(approximate: Bool = false) -> Tensor { map(approximate ? .geluTanh : .gelu) }

  /// x²
  public func squared() -> Tensor { map(.square) }

  /// 1 / x
  public func reciprocal() -> Tensor { map(.reciprocal) }

  /// xᵖ
  public func pow(_ exponent: Float) -> Tensor {
    switch exponent {
    case 2: map(.square)
    case 3: map(.cube)
    case -1: map(.reciprocal)
    case 0.5: map(.squareRoot)
    default: map(.power, exponent)
    }
  }

  /// The nearest number in the range.
  public func clamped(to range: ClosedRange<Float>) -> Tensor { map(.clamp, range.lowerBound, range.upperBound) }

  func map(_ kernel: UnaryKernel, _ p: Float = 0, _ q: Float = 0) -> Tensor {
    Tensor(shape: shape) { ck_unary(kernel.rawValue, count, memory, p, q, $0) }
  }
}
