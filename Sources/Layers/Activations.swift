// The recorded tensors of one run of a model.

import Tensors

/// Tensors by name, in the order in which the model made them.
public struct Activations: Sendable {
  public private(set) var names: [String] = []
  private var values: [String: Tensor] = [:]

  public init() {}

  /// The tensor of that name. Stops if it was not recorded; `value(named:)` gives nil then.
  public subscript(name: String) -> Tensor {
    guard let value = values[name] else {
      let last = name.split(separator: ".").last ?? ""
      let alike = names.filter { !last.isEmpty && $0.hasSuffix(last) }.prefix(3)
      let hint = (alike.isEmpty ? names.prefix(3) : alike).joined(separator: ", ")
      stop("no activation \"\(name)\" was recorded\(hint.isEmpty ? "; nothing was" : "; there are \(hint) …")")
    }
    return value
  }

  public func value(named name: String) -> Tensor? { values[name] }

  mutating func append(_ name: String, _ value: Tensor) {
    if values.updateValue(value, forKey: name) == nil { names.append(name) }
  }
}

extension Activations: Sequence {
  public func makeIterator() -> AnyIterator<(name: String, value: Tensor)> {
    var rest = names[...]
    return AnyIterator { rest.popFirst().flatMap { name in self.values[name].map { (name, $0) } } }
  }
}
