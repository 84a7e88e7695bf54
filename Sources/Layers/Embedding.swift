// A vector for each token.

import Tensors

/// A table of vectors, looked up by number.
public struct Embedding: Module, CustomStringConvertible {
  /// `[count, channels]`
  public let table: Parameter

  public init(count: Int, channels: Int, values: InitialValues = .gpt, using initializer: inout Initializer) {
    table = initializer([count, channels], values)
  }

  /// The vectors with these numbers, `[numbers.count, channels]`. Stops for a number that is not in the table.
  public func callAsFunction(_ numbers: [Int]) -> Tensor { rows(of: table.tensor, numbers) }

  /// The vectors for a batch, `[batch, time, channels]`.
  public func callAsFunction(_ tokens: TokenBatch) -> Tensor {
    self(tokens.ids).reshaped(tokens.batch, tokens.time, -1)
  }

  /// How well `x` agrees with each vector of the table: `[…, channels]` to `[…, count]`. The output layer of a model
  /// that uses one table for both ends (Press and Wolf 2017).
  public func logits(_ x: Tensor) -> Tensor { linear(x, weight: table.tensor, bias: nil) }

  public var parameters: [NamedParameter] { [NamedParameter("table", table)] }
}
