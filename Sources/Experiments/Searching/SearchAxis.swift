// One key that a search varies: the values that it tries, or the range that it draws from.
internal import Glibc
internal import Messages
internal import Tensors
internal import YAMLTrees

/// `training.learningRate=1e-4,3e-4,1e-3`, or a range as in `training.learningRate=1e-4..1e-2`.
public struct SearchAxis: Equatable, Sendable {
  public enum Values: Equatable, Sendable {
    /// As they stand in YAML; at least one.
    case list([String])
    /// Drawn evenly on a logarithmic scale; whole numbers if both ends are.
    case range(Double, Double, isWhole: Bool)
  }

  /// As `--set` has it: `training.learningRate`.
  public let key: String
  public let values: Values

  public init(key: String, values: Values) {
    self.key = key
    self.values = values
  }

  /// The last word of the key: `learningRate`.
  public var name: String { key.split(separator: ".").last.map(String.init) ?? key }

  /// From what is typed after `--vary`. Throws what is wrong with it.
  public init(parsing text: String) throws(SearchError) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw SearchError(
        "\(text.quoted) varies nothing; write KEY=VALUE,VALUE, as in training.learningRate=1e-4,1e-3")
    }
    try self.init(
      key: String(text[..<equals]).trimmed,
      texts: text[text.index(after: equals)...].split(separator: ",").map { String($0).trimmed })
  }

  /// - Parameter texts: values, or one range `A..B`.
  init(key: String, texts: [String]) throws(SearchError) {
    let texts = texts.filter { !$0.isEmpty }
    guard let first = texts.first else { throw SearchError("\(key.harmless) has no values to try") }
    if let repeated = texts.indices.first(where: { texts[..<$0].contains(texts[$0]) }) {
      throw SearchError("\(key.harmless) would be tried with \(texts[repeated].harmless) twice")
    }
    if texts.count == 1, let range = try Self.range(first, of: key) {
      self.init(key: key, values: range)
    } else {
      self.init(key: key, values: .list(texts))
    }
  }

  private static func range(_ text: String, of key: String) throws(SearchError) -> Values? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].map { String($0) }
    guard let low = Double(ends[0]), let high = Double(ends[1]), low.isFinite, high.isFinite else { return nil }
    guard 0 < low, low < high else {
      throw SearchError(
        "\(key.harmless): the range \(text.harmless) is none; it is drawn from on a logarithmic scale, so both ends "
          + "are above 0, and the second is the larger")
    }
    return .range(low, high, isWhole: Int(ends[0]) != nil && Int(ends[1]) != nil)
  }

  /// A value, as it stands in YAML.
  func draw(_ random: inout SeededRandom) -> String {
    switch values {
    case .list(let texts): return texts[Int(random.next().multipliedFullWidth(by: UInt64(texts.count)).high)]
    case .range(let low, let high, let isWhole):
      let share = Double(random.next() >> 11) * 0x1p-53
      let value = low * pow(high / low, share)
      return isWhole ? String(Int(min(max(value.rounded(), low), high))) : Self.short(value)
    }
  }

  /// Three digits are enough to try, and short enough to read.
  private static func short(_ value: Double) -> String {
    var (scale, mantissa) = (1.0, value)
    while mantissa >= 1000 { (mantissa, scale) = (mantissa / 10, scale * 10) }
    while mantissa < 100 { (mantissa, scale) = (mantissa * 10, scale / 10) }
    // Division by a power of ten gives the number that the digits stand for.
    return YAMLText.number(scale < 1 ? mantissa.rounded() / (1 / scale).rounded() : mantissa.rounded() * scale)
  }
}

/// Why there can be no such search.
public struct SearchError: Error, Equatable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
