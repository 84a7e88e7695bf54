// Measures of numbers that stand one a line, by name beside those of texts.
internal import Messages

/// A measure of numbers. With several references the nearest is what it should be.
public struct NumberMetric: TextMetric {
  public enum Kind: String, CaseIterable, Sendable {
    case mae, mse, r2, pearson, spearman
  }

  public let kind: Kind
  public var name: String { kind.rawValue }
  public var isLowerBetter: Bool { kind == .mae || kind == .mse }
  public var explanation: String {
    switch kind {
    case .mae: "0 or more, lower is better: mean absolute error of numbers"
    case .mse: "0 or more, lower is better: mean squared error of numbers"
    case .r2: "1 or less, higher is better: share of the numbers' spread that is predicted"
    case .pearson: "-1 to 1, higher is better: linear correlation of numbers"
    case .spearman: "-1 to 1, higher is better: correlation of the numbers' ranks"
    }
  }

  public init(_ kind: Kind) { self.kind = kind }

  /// Of a single row: for errors its own, for correlations the negative distance.
  public func score(_ prediction: String, _ references: [String]) -> Double {
    let (predicted, actual) = Self.numbers((prediction, references))
    let distance = abs(predicted - actual)
    return switch kind {
    case .mae: distance
    case .mse: distance * distance
    case .r2, .pearson, .spearman: -distance
    }
  }

  public func scorer(of pairs: [TextPair]) -> @Sendable ([Int]) -> Double {
    let numbers = pairs.map(Self.numbers)
    let kind = kind
    return { rows in
      guard !rows.isEmpty else { return .nan }
      let scores = RegressionScores(predicted: rows.map { numbers[$0].0 }, actual: rows.map { numbers[$0].1 })
      return switch kind {
      case .mae: scores.meanAbsoluteError
      case .mse: scores.meanSquaredError
      case .r2: scores.rSquared
      case .pearson: scores.pearson
      case .spearman: scores.spearman
      }
    }
  }

  public func problem(with pair: TextPair) -> String? {
    ([pair.prediction] + pair.references).first { Self.number($0) == nil }.map {
      "\($0.isEmpty ? "an empty text" : $0.quoted) is no number, and \(name) compares numbers"
    }
  }

  private static func numbers(_ pair: TextPair) -> (predicted: Double, actual: Double) {
    let predicted = number(pair.prediction) ?? .nan
    let nearest = pair.references.compactMap(number).min { abs($0 - predicted) < abs($1 - predicted) }
    return (predicted, nearest ?? .nan)
  }

  private static func number(_ text: String) -> Double? {
    Double(String(text.scalars.trimmed)).flatMap { $0.isFinite ? $0 : nil }
  }
}
