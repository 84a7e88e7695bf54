// `let x: Tensor = [[1, 2], [3, 4]]`

/// A number or a list in a tensor's literal.
public struct TensorLiteral: ExpressibleByArrayLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  let tensor: Tensor

  public init(arrayLiteral elements: TensorLiteral...) { tensor = Tensor.nested(elements.map(\.tensor)) }
  public init(floatLiteral value: Float) { tensor = Tensor(value) }
  public init(integerLiteral value: Int) { tensor = Tensor(Float(value)) }
}

extension Tensor: ExpressibleByArrayLiteral {
  /// Lists must be equally long at each level.
  public init(arrayLiteral elements: TensorLiteral...) { self = Tensor.nested(elements.map(\.tensor)) }
}
