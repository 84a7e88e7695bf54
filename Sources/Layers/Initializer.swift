// The first values of parameters.

import Tensors

/// Makes parameters, one after the other, from a seed: the same layers made in the same order get the same values.
public struct Initializer: Sendable {
  private enum Source: Sendable {
    case random(SeededRandom)
    case zeros
    case nothing
  }

  private var source: Source
  private var shapes: [ObjectIdentifier: [Int]] = [:]

  public init(seed: Int) { source = .random(SeededRandom(seed: seed)) }

  private init(_ source: Source) { self.source = source }

  /// Makes zeros, for parameters that are read from a file next.
  public static let zeros = Initializer(.zeros)

  /// Makes parameters without elements and notes which shapes they should have: what a model would need, at no cost.
  package static let plan = Initializer(.nothing)

  /// The shape that a parameter made by this plan should have; the parameter must still be alive.
  package func plannedShape(of parameter: Parameter) -> [Int] { shapes[ObjectIdentifier(parameter)] ?? [] }

  public mutating func callAsFunction(_ shape: [Int], _ values: InitialValues) -> Parameter {
    switch source {
    case .random(var random):
      let parameter = Parameter(values.tensor(shape, &random))
      source = .random(random)
      return parameter
    case .zeros:
      return Parameter(Tensor.zeros(shape))
    case .nothing:
      let parameter = Parameter(Tensor.zeros(0))
      shapes[ObjectIdentifier(parameter)] = shape
      return parameter
    }
  }
}

/// How the first values of a parameter are distributed.
public enum InitialValues: Sendable, Equatable {
  case constant(Float)
  /// Round 0.
  case normal(standardDeviation: Float)
  /// From -limit to limit.
  case uniform(limit: Float)

  /// As in GPT-2, for every weight but those below.
  public static let gpt = normal(standardDeviation: 0.02)

  /// As in GPT-2, for the last projection of each of the two parts of a block. There are 2 · layers of them that add to
  /// the residual, and so its size stays the same however many layers there are.
  public static func gptResidual(layers: Int) -> InitialValues {
    .normal(standardDeviation: 0.02 / Float(2 * layers).squareRoot())
  }

  /// Keeps the size of what flows forward and back (Glorot and Bengio 2010).
  public static func xavier(inputs: Int, outputs: Int) -> InitialValues {
    .uniform(limit: (6 / Float(inputs + outputs)).squareRoot())
  }

  /// ±1/√inputs, PyTorch's choice for linear and recurrent layers.
  public static func torch(inputs: Int) -> InitialValues { .uniform(limit: 1 / Float(inputs).squareRoot()) }

  fileprivate func tensor(_ shape: [Int], _ random: inout SeededRandom) -> Tensor {
    switch self {
    case .constant(let value): .full(shape, value)
    case .normal(let deviation): .randomNormal(shape, standardDeviation: deviation, using: &random)
    case .uniform(let limit): .randomUniform(shape, in: -limit..<limit.nextUp, using: &random)
    }
  }
}
