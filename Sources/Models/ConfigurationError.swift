// What can be wrong with the sizes of a model.

/// Why no model can have this configuration. Initialisers stop with its sentence; loading a file throws it.
public enum ConfigurationError: Error, Equatable, Sendable, CustomStringConvertible {
  case size(String, Int)
  case rate(String, Float)
  case notDivisible(String, Int, by: String, Int)
  case other(String)

  public var description: String {
    switch self {
    case .size(let name, let value): "\(name) is \(value); it must be from 1 to \(Int32.max)"
    case .rate(let name, let value): "\(name) is \(value); it must be from 0 to below 1"
    case .notDivisible(let name, let value, let by, let divisor):
      "\(name), \(value), cannot be divided by \(by), \(divisor)"
    case .other(let sentence): sentence
    }
  }

  static func check(sizes: [(String, Int)], rates: [(String, Float)] = []) throws {
    for (name, value) in sizes where !(1...Int(Int32.max)).contains(value) {
      throw ConfigurationError.size(name, value)
    }
    for (name, value) in rates where !(value >= 0 && value < 1) { throw ConfigurationError.rate(name, value) }
  }

  static func check(_ name: String, _ value: Int, isDivisibleBy by: String, _ divisor: Int) throws {
    guard value % divisor == 0 else { throw ConfigurationError.notDivisible(name, value, by: by, divisor) }
  }
}
