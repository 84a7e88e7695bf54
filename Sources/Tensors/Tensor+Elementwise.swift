// Functions of each element. The result has the same shape; NaN stays NaN.

extension Tensor {
  public static prefix func - (x: Tensor) -> Tensor {
    x.map(.negate).recorded(from: x) { gradient, inputs in  // y = -x
      inputs.add(0, -gradient)
    }
  }

  /// |x|
  public func abs() -> Tensor {
    map(.absolute).recorded(from: self) { gradient, inputs in  // y = |x|
      inputs.add(0, gradient * ((self .> 0) - (self .< 0)))
    }
  }

  /// √x; NaN for negative x.
  public func sqrt() -> Tensor {
    let y = map(.squareRoot)  // y = √x
    return y.recorded(from: self) { gradient, inputs in
      inputs.add(0, gradient / (y * 2))
    }
  }

  /// eˣ; inf from 88.73 on.
  public func exp() -> Tensor {
    let y = map(.exponential)  // y = exp(x)
    return y.recorded(from: self) { gradient, inputs in
      inputs.add(0, gradient * y)
    }
  }

  /// The natural logarithm; -inf for 0, NaN for negative x.
  public func log() -> Tensor {
    map(.logarithm).recorded(from: self) { gradient, inputs in  // y = log(x)
      inputs.add(0, gradient / self)
    }
  }

  public func tanh() -> Tensor {
    let y = map(.hyperbolicTangent)  // y = tanh(x), y' = 1 - y²
    return y.recorded(from: self) { gradient, inputs in
      inputs.add(0, gradient.scaled(bySlope: .hyperbolicTangent, at: y))
    }
  }

  public func sin() -> Tensor {
    map(.sine).recorded(from: self) { gradient, inputs in  // y = sin(x)
      inputs.add(0, gradient * self.cos())
    }
  }

  public func cos() -> Tensor {
    map(.cosine).recorded(from: self) { gradient, inputs in  // y = cos(x)
      inputs.add(0, -(gradient * self.sin()))
    }
  }

  /// 1 / (1 + e⁻ˣ)
  public func sigmoid() -> Tensor {
    let y = map(.sigmoid)  // y = 1 / (1 + exp(-x)), y' = y (1 - y)
    return y.recorded(from: self) { gradient, inputs in
      inputs.add(0, gradient.scaled(bySlope: .sigmoid, at: y))
    }
  }

  /// max(x, 0)
  public func relu() -> Tensor {
    map(.relu).recorded(from: self) { gradient, inputs in  // y = max(x, 0)
      inputs.add(0, gradient.scaled(bySlope: .relu, at: self))
    }
  }

  /// x Φ(x), with Φ the normal distribution function (Hendrycks and Gimpel 2016).
  ///
  /// - Parameter approximate: x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2 instead, as in GPT-2.
  public func gelu(approximate: Bool = false) -> Tensor {
    map(approximate ? .geluTanh : .gelu).recorded(from: self) { gradient, inputs in  // y = x Φ(x)
      inputs.add(0, gradient.scaled(bySlope: approximate ? .geluTanh : .gelu, at: self))
    }
  }

  /// x²
  public func squared() -> Tensor {
    map(.square).recorded(from: self) { gradient, inputs in  // y = x²
      inputs.add(0, gradient * self * 2)
    }
  }

  /// 1 / x
  public func reciprocal() -> Tensor {
    let y = map(.reciprocal)  // y = 1 / x, y' = -y²
    return y.recorded(from: self) { gradient, inputs in
      inputs.add(0, -(gradient * y.squared()))
    }
  }

  /// xᵖ
  public func pow(_ exponent: Float) -> Tensor {
    power(exponent).recorded(from: self) { gradient, inputs in  // y = xᵖ
      inputs.add(0, gradient * self.power(exponent - 1) * exponent)
    }
  }

  private func power(_ exponent: Float) -> Tensor {
    switch exponent {
    case 2: map(.square)
    case 3: map(.cube)
    case -1: map(.reciprocal)
    case 0.5: map(.squareRoot)
    default: map(.power, exponent)
    }
  }

  /// The nearest number in the range.
  public func clamped(to range: ClosedRange<Float>) -> Tensor {
    let y = map(.clamp, range.lowerBound, range.upperBound)  // y = min(max(x, lower), upper)
    return y.recorded(from: self) { gradient, inputs in
      inputs.add(0, gradient * (self .>= range.lowerBound) * (self .<= range.upperBound))
    }
  }

  func map(_ kernel: UnaryKernel, _ p: Float = 0, _ q: Float = 0) -> Tensor {
    Tensor(shape: shape) { ck_unary(kernel.rawValue, count, memory, p, q, $0) }
  }

  /// This gradient times the derivative of a function. The place is x for relu and GELU, and y for tanh and sigmoid.
  private func scaled(bySlope kernel: SlopeKernel, at place: Tensor) -> Tensor {
    Tensor(shape: shape) { ck_slope(kernel.rawValue, count, place.memory, memory, $0) }
  }
}
