// What layers and models have in common: parameters with names.

import Tensors

/// Something with parameters: a layer, a block, a model.
///
/// Modules are values, their parameters are references: a copy of a module computes with the same parameters.
public protocol Module {
  /// The parameters by their names from here, such as "attention.output.weight" in a block. The order does not change.
  var parameters: [NamedParameter] { get }

  /// Calls `visit` with each linear layer and its name from here, to change it in place: to add an adapter, for
  /// instance. A linear layer calls it with itself and "".
  mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows
}

/// A module that makes one tensor of another, of the same shape or with other channels: `[…, channels]`.
public protocol Layer: Module, CustomStringConvertible {
  func callAsFunction(_ x: Tensor) -> Tensor
}

public struct NamedParameter {
  public var name: String
  public let parameter: Parameter

  public init(_ name: String, _ parameter: Parameter) {
    self.name = name
    self.parameter = parameter
  }
}

extension Module {
  /// A module without linear layers.
  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {}

  /// How many numbers there are to learn.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.parameter.value.count } }

  /// How many of them are learnt: those that are not frozen.
  public var trainableParameterCount: Int {
    parameters.reduce(0) { $0 + ($1.parameter.isFrozen ? 0 : $1.parameter.value.count) }
  }

  /// Freezes the parameters whose names the condition picks, or lets them learn again. Copies of the module share them.
  public func freeze(_ isFrozen: Bool = true, where condition: (_ name: String) -> Bool = { _ in true }) {
    for named in parameters where condition(named.name) { named.parameter.isFrozen = isFrozen }
  }

  /// The parameters as a module that contains this one names them.
  public func parameters(named name: String) -> [NamedParameter] {
    parameters.map { NamedParameter("\(name).\($0.name)", $0.parameter) }
  }

  /// Visits the linear layers as a module that contains this one names them.
  public mutating func visitLinears(
    named name: String, _ visit: (_ name: String, _ layer: inout Linear) throws -> Void
  ) rethrows {
    try visitLinears { try visit($0.isEmpty ? name : "\(name).\($0)", &$1) }
  }
}

extension Array: Module where Element: Module {
  /// Named by their place: "0.weight", "1.weight".
  public var parameters: [NamedParameter] { enumerated().flatMap { $1.parameters(named: "\($0)") } }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    for index in indices { try self[index].visitLinears(named: "\(index)", visit) }
  }
}

extension Optional: Module where Wrapped: Module {
  public var parameters: [NamedParameter] { map(\.parameters) ?? [] }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try self?.visitLinears(visit)
  }
}
