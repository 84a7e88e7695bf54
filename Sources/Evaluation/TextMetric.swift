// What can be measured of a text that should equal another.

/// A measure of predictions against references, by the name that commands and tasks use.
public protocol TextMetric: Sendable {
  /// `exact`, `f1`, `bleu`, `chrf`, `rouge1`, …
  static var name: String { get }
  /// One line: the range, what is better, the paper.
  static var explanation: String { get }

  /// The score of one prediction; with several references that of the best or, where the paper says so, of all together.
  func score(_ prediction: String, _ references: [String]) -> Double

  /// The score of all; for most the mean of the scores, for corpus measures not.
  func score(of pairs: [(prediction: String, references: [String])]) -> Double
}

extension TextMetric {
  public func score(of pairs: [(prediction: String, references: [String])]) -> Double {
    pairs.isEmpty ? .nan : pairs.reduce(0) { $0 + score($1.prediction, $1.references) } / Double(pairs.count)
  }
}
