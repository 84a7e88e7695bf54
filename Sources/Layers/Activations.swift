// The recorded tensors of one run of a model.

import Tensors

/// Tensors by name, in the order in which the model made them.
public struct Activations: Sendable {
  public private(set) var names: [String] = []
  private var values: [String: Tensor] = [:]
  /// What the rows and columns of the attention patterns stand for, so that they can be drawn with their tokens.
  private var patternLabels: PatternLabels?

  public init() {}

  /// The tensor of that name. Stops if it was not recorded; `value(named:)` gives nil then.
  public subscript(name: String) -> Tensor {
    guard let value = values[name] else {
      let last = name.split(separator: ".").last ?? ""
      let alike = names.filter { !last.isEmpty && $0.hasSuffix(last) }.prefix(3)
      let hint = (alike.isEmpty ? names.prefix(3) : alike).joined(separator: ", ")
      stop("no activation \"\(name)\" was recorded\(hint.isEmpty ? "; nothing was" : "; there are \(hint) …")")
    }
    guard name.hasSuffix(".pattern"), let patternLabels else { return value }
    return value.labelled(patternLabels)
  }

  public func value(named name: String) -> Tensor? { values[name] }

  /// The same, with a word for each token of the sequence that was run; the ids if there are none. Stops unless there are
  /// as many words as tokens.
  public func labelled(_ words: [String]?, _ tokens: [Int]) -> Activations {
    let words = words ?? tokens.map(String.init)
    guard words.count == tokens.count else {
      stop("runWithCache: \(words.count) labels do not fit \(tokens.count) tokens")
    }
    var labelled = self
    labelled.patternLabels = PatternLabels(queries: words, keys: words)
    return labelled
  }

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

extension Activations: CustomStringConvertible {
  /// A line for each: its name and shape.
  public var description: String { map { "\($0.name) \($0.value.shape)" }.joined(separator: "\n") }
}
