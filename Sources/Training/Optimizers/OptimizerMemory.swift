// What an optimizer remembers from step to step.

import Layers
import Tensors

/// Of each parameter, by its name: tensors of its shape, and how many steps it took.
public struct OptimizerMemory: Sendable {
  public struct Entry: Sendable {
    /// In the order of `kinds`; zeros before the first step.
    public var tensors: [Tensor]
    /// Counts the step that is being made.
    public var steps: Int
  }

  /// What the tensors are: "velocity", for instance.
  public let kinds: [String]
  public internal(set) var entries: [String: Entry] = [:]

  public init(_ kinds: String...) { self.kinds = kinds }

  /// Calls `body` for each parameter that is to change: that has a gradient and is not frozen.
  public mutating func forEach(_ parameters: [NamedParameter], _ body: (Parameter, inout Entry) -> Void) {
    for named in parameters where named.parameter.gradient != nil && !named.parameter.isFrozen {
      func step(_ entry: inout Entry) {
        entry.steps += 1
        body(named.parameter, &entry)
      }
      let shape = named.parameter.value.shape
      step(&entries[named.name, default: Entry(tensors: kinds.map { _ in .zeros(shape) }, steps: 0)])
    }
  }
}
