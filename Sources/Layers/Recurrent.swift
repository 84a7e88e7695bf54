// Layers that read a sequence one step after the other, for comparison with attention.

import Tensors

/// A layer with a state that each step replaces.
public protocol RecurrentCell: Module {
  /// Of each step's input: `inputs` to `gates × stateSize`.
  var input: Linear { get set }
  /// Of the state: `stateSize` to `gates × stateSize`.
  var recurrent: Linear { get set }

  init(inputs: Int, stateSize: Int, using initializer: inout Initializer)

  /// The state after one more step.
  ///
  /// - Parameters:
  ///   - input: what `input` makes of the step's input, `[batch, gates × stateSize]`.
  ///   - state: `[batch, stateSize]`
  func step(_ input: Tensor, _ state: Tensor) -> Tensor
}

extension RecurrentCell {
  public var stateSize: Int { recurrent.inputs }

  /// Reads a sequence from left to right.
  ///
  /// - Parameters:
  ///   - x: `[batch, time, inputs]`
  ///   - state: before the first step, `[batch, stateSize]`; nil: 0.
  /// - Returns: the state after each step, `[batch, time, stateSize]`.
  public func callAsFunction(_ x: Tensor, state: Tensor? = nil) -> Tensor {
    let inputs = input(x)
    var state = state ?? .zeros(x.shape[0], stateSize)
    let states = (0..<x.shape[1]).map { time in
      state = step(inputs[0..., time], state)
      return state
    }
    return states.isEmpty ? .zeros(x.shape[0], 0, stateSize) : .stacked(states, axis: 1)
  }

  public var parameters: [NamedParameter] {
    input.parameters(named: "input") + recurrent.parameters(named: "recurrent")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try input.visitLinears(named: "input", visit)
    try recurrent.visitLinears(named: "recurrent", visit)
  }

  fileprivate static func layers(
    inputs: Int, stateSize: Int, gates: Int, using initializer: inout Initializer
  ) -> (input: Linear, recurrent: Linear) {
    func layer(_ inputs: Int) -> Linear {
      Linear(inputs: inputs, outputs: gates * stateSize, values: .torch(inputs: stateSize), using: &initializer)
    }
    return (layer(inputs), layer(stateSize))
  }
}

/// `h′ = tanh(W x + b + U h + c)` (Elman 1990).
public struct ElmanCell: RecurrentCell {
  public var input, recurrent: Linear

  public init(inputs: Int, stateSize: Int, using initializer: inout Initializer) {
    (input, recurrent) = Self.layers(inputs: inputs, stateSize: stateSize, gates: 1, using: &initializer)
  }

  public func step(_ input: Tensor, _ state: Tensor) -> Tensor { (input + recurrent(state)).tanh() }
}

/// The gated recurrent unit (Cho et al. 2014), with PyTorch's place for the reset gate:
/// `r = σ(…)`, `z = σ(…)`, `n = tanh(W x + b + r · (U h + c))`, `h′ = (1 - z) · n + z · h`.
public struct GRUCell: RecurrentCell {
  /// Reset gate, update gate and candidate behind each other, as in PyTorch.
  public var input, recurrent: Linear

  public init(inputs: Int, stateSize: Int, using initializer: inout Initializer) {
    (input, recurrent) = Self.layers(inputs: inputs, stateSize: stateSize, gates: 3, using: &initializer)
  }

  public func step(_ input: Tensor, _ state: Tensor) -> Tensor {
    let fromInput = input.split(into: 3, axis: -1)
    let fromState = recurrent(state).split(into: 3, axis: -1)
    let reset = (fromInput[0] + fromState[0]).sigmoid()
    let update = (fromInput[1] + fromState[1]).sigmoid()
    let candidate = (fromInput[2] + reset * fromState[2]).tanh()
    return candidate + update * (state - candidate)
  }
}
