// What a probe returns, on its way from the process that ran it to the judge: data, never code.

/// A value of a probe: numbers, text, truth values, tensors, and lists and dictionaries of them.
///
/// Numbers in a rectangular arrangement travel together with their shape, whatever type held them: `[[Float]]` of two
/// rows of three and a `Tensor` of shape `[2, 3]` are both `numbers` of that shape.
public indirect enum ProbedValue: Equatable, Sendable {
  case truth(Bool)
  case text(String)
  /// Row-major; an empty shape is a single number. As many values as the shape says.
  case numbers(shape: [Int], values: [Double])
  case list([ProbedValue])
  case entries([String: ProbedValue])
  /// An optional without a value.
  case nothing
}

extension ProbedValue {
  /// A list, as `numbers` if all of its items are numbers of one shape.
  ///
  /// - Parameter itemShape: what an item's shape would be, for a list without items; nil if items are no numbers.
  public static func joined(_ items: [ProbedValue], itemShape: [Int]? = nil) -> ProbedValue {
    guard let first = items.first else {
      return itemShape.map { .numbers(shape: [0] + $0, values: []) } ?? .list([])
    }
    guard case .numbers(let shape, _) = first else { return .list(items) }
    var values: [Double] = []
    for item in items {
      guard case .numbers(shape, let more) = item else { return .list(items) }
      values += more
    }
    return .numbers(shape: [items.count] + shape, values: values)
  }

  /// The items of a list, or of the first axis of `numbers`; nil for anything else.
  public var items: [ProbedValue]? {
    switch self {
    case .list(let items): items
    case .numbers(let shape, let values):
      shape.first.map { count in
        let size = count == 0 ? 0 : values.count / count
        return (0..<count).map {
          .numbers(shape: Array(shape.dropFirst()), values: Array(values[$0 * size..<($0 + 1) * size]))
        }
      }
    default: nil
    }
  }
}

extension ProbedValue: Codable {
  private enum Key: String, CodingKey { case truth, text, shape, values, list, entries, nothing }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func require<Value: Decodable>(_ key: Key) throws -> Value { try container.decode(Value.self, forKey: key) }
    if container.contains(.truth) {
      self = .truth(try require(.truth))
    } else if container.contains(.text) {
      self = .text(try require(.text))
    } else if container.contains(.shape) {
      let shape: [Int] = try require(.shape)
      let values: [Double] = try require(.values)
      // The sender is not trusted: an empty value can have a shape of countless empty rows.
      guard let count = Self.count(of: shape, limit: max(values.count, Self.mostEmptyRows)) else {
        throw Self.corrupted(container, "no such shape")
      }
      guard count == values.count else { throw Self.corrupted(container, "values and shape differ") }
      self = .numbers(shape: shape, values: values)
    } else if container.contains(.list) {
      self = .list(try require(.list))
    } else if container.contains(.entries) {
      self = .entries(try require(.entries))
    } else if container.contains(.nothing) {
      self = .nothing
    } else {
      throw Self.corrupted(container, "no value")
    }
  }

  private static let mostAxes = 32
  private static let mostEmptyRows = 1 << 16

  /// How many numbers a shape holds; nil if it has too many axes, a negative size, or sizes whose product is over the
  /// limit when those of zero are left out.
  private static func count(of shape: [Int], limit: Int) -> Int? {
    guard shape.count <= mostAxes else { return nil }
    var product = 1
    for size in shape where size != 0 {
      guard size > 0, size <= limit / product else { return nil }
      product *= size
    }
    return shape.contains(0) ? 0 : product
  }

  private static func corrupted(_ container: KeyedDecodingContainer<Key>, _ why: String) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: container.codingPath, debugDescription: why))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .truth(let value): try container.encode(value, forKey: .truth)
    case .text(let value): try container.encode(value, forKey: .text)
    case .numbers(let shape, let values):
      try container.encode(shape, forKey: .shape)
      try container.encode(values, forKey: .values)
    case .list(let items): try container.encode(items, forKey: .list)
    case .entries(let entries): try container.encode(entries, forKey: .entries)
    case .nothing: try container.encode(true, forKey: .nothing)
    }
  }
}

/// How near a number must come to the expected one: `|actual - expected| <= absolute + relative * |expected|`.
public struct Tolerance: Codable, Equatable, Sendable {
  public var absolute: Double
  public var relative: Double

  public init(absolute: Double, relative: Double) {
    self.absolute = absolute
    self.relative = relative
  }

  /// `1e-4` of the expected number, and `1e-6` besides, for numbers near zero.
  public static let standard = Tolerance(absolute: 1e-6, relative: 1e-4)
  public static let exact = Tolerance(absolute: 0, relative: 0)
  public static func absolute(_ limit: Double) -> Tolerance { Tolerance(absolute: limit, relative: 0) }
  /// A share of the expected number, and `1e-6` besides, for numbers near zero.
  public static func relative(_ limit: Double) -> Tolerance { Tolerance(absolute: 1e-6, relative: limit) }
}

/// What the judge has to know of a probe; its code stays where it runs.
public struct ProbeDescription: Codable, Equatable, Sendable {
  public var name: String
  public var points: Int
  public var tolerance: Tolerance
  /// Names of probes that must have passed.
  public var needs: [String]
  /// Whether a predicate decides, and not equality with the reference solution's value.
  public var isAccepted: Bool
  /// Whether it draws random numbers, so that its value depends on the seed.
  public var isRandom: Bool
  /// Where it stands in its file.
  public var line: Int

  public init(
    name: String, points: Int, tolerance: Tolerance, needs: [String], isAccepted: Bool, isRandom: Bool, line: Int
  ) {
    self.name = name
    self.points = points
    self.tolerance = tolerance
    self.needs = needs
    self.isAccepted = isAccepted
    self.isRandom = isRandom
    self.line = line
  }
}

/// What the process of a probe answers.
public enum ProbeAnswer: Codable, Equatable, Sendable {
  case value(ProbedValue)
  /// The submission threw this error.
  case thrown(String)
  /// Whether a value is accepted.
  case accepted(Bool)
  /// All probes of the file.
  case descriptions([ProbeDescription])
}
