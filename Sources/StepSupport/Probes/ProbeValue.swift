// The types that a probe can return, and their way into a value that travels and back.
import StepRecords
import Tensors

/// Numbers, text, truth values, tensors, and arrays, dictionaries and optionals of them.
public protocol ProbeValue {
  var probed: ProbedValue { get }
  /// nil if that is not a value of this type.
  init?(probed: ProbedValue)
  /// The shape of one value where every value is a single number; nil where it is not. Gives an empty list its shape.
  static var probedShape: [Int]? { get }
}

extension ProbeValue {
  public static var probedShape: [Int]? { nil }
}

extension Bool: ProbeValue {
  public var probed: ProbedValue { .truth(self) }

  public init?(probed: ProbedValue) {
    guard case .truth(let value) = probed else { return nil }
    self = value
  }
}

extension String: ProbeValue {
  public var probed: ProbedValue { .text(self) }

  public init?(probed: ProbedValue) {
    guard case .text(let value) = probed else { return nil }
    self = value
  }
}

extension Int: ProbeValue {
  public static var probedShape: [Int]? { [] }
  /// Exact up to 2⁵³.
  public var probed: ProbedValue { .numbers(shape: [], values: [Double(self)]) }

  public init?(probed: ProbedValue) {
    guard case .numbers([], let values) = probed, let value = Int(exactly: values[0]) else { return nil }
    self = value
  }
}

extension Double: ProbeValue {
  public static var probedShape: [Int]? { [] }
  public var probed: ProbedValue { .numbers(shape: [], values: [self]) }

  public init?(probed: ProbedValue) {
    guard case .numbers([], let values) = probed else { return nil }
    self = values[0]
  }
}

extension Float: ProbeValue {
  public static var probedShape: [Int]? { [] }
  public var probed: ProbedValue { Double(self).probed }

  public init?(probed: ProbedValue) {
    guard let value = Double(probed: probed) else { return nil }
    self.init(value)
  }
}

extension Tensor: ProbeValue {
  public var probed: ProbedValue { .numbers(shape: shape, values: scalars.map(Double.init)) }

  public init?(probed: ProbedValue) {
    guard case .numbers(let shape, let values) = probed else { return nil }
    self.init(values.map { Float($0) }, shape: shape)
  }
}

extension Array: ProbeValue where Element: ProbeValue {
  public var probed: ProbedValue { .joined(map(\.probed), itemShape: Element.probedShape) }

  public init?(probed: ProbedValue) {
    guard let items = probed.items else { return nil }
    let elements = items.compactMap(Element.init(probed:))
    guard elements.count == items.count else { return nil }
    self = elements
  }
}

extension Dictionary: ProbeValue where Key == String, Value: ProbeValue {
  public var probed: ProbedValue { .entries(mapValues(\.probed)) }

  public init?(probed: ProbedValue) {
    guard case .entries(let entries) = probed else { return nil }
    let values = entries.compactMapValues(Value.init(probed:))
    guard values.count == entries.count else { return nil }
    self = values
  }
}

extension Optional: ProbeValue where Wrapped: ProbeValue {
  public var probed: ProbedValue { self?.probed ?? .nothing }

  public init?(probed: ProbedValue) {
    if probed == .nothing {
      self = Optional.none
      return
    }
    guard let value = Wrapped(probed: probed) else { return nil }
    self = value
  }
}
