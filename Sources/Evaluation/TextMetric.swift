// What can be measured of a text that should equal another.

/// A measure of predictions against references, by the name that commands and tasks use.
///
/// A conformer says what one prediction scores. A measure of a whole corpus that is not the mean of its rows, such as
/// BLEU, says so by a ``scorer(of:)`` of its own.
public protocol TextMetric: Sendable {
  /// `exact`, `f1`, `bleu`, `chrf`, `rouge1`, …
  var name: String { get }
  /// One line: the range, what is better, the paper.
  var explanation: String { get }
  /// Errors, for example.
  var isLowerBetter: Bool { get }

  /// The score of one prediction; with several references that of the best or, where the paper says so, of all together.
  func score(_ prediction: String, _ references: [String]) -> Double

  /// Reads all pairs once. What comes back gives the score of any of them by their places, of which some may stand more
  /// than once: what resampling asks for, over and over.
  func scorer(of pairs: [TextPair]) -> @Sendable ([Int]) -> Double

  /// Why the metric cannot measure a pair; nil if it can.
  func problem(with pair: TextPair) -> String?
}

/// A prediction and what it should be.
public typealias TextPair = (prediction: String, references: [String])

extension TextMetric {
  public var isLowerBetter: Bool { false }

  public func scorer(of pairs: [TextPair]) -> @Sendable ([Int]) -> Double {
    let scores = pairs.map { score($0.prediction, $0.references) }
    return { rows in rows.isEmpty ? .nan : rows.reduce(0) { $0 + scores[$1] } / Double(rows.count) }
  }

  public func problem(with pair: TextPair) -> String? { nil }

  /// The score of all pairs; `nan` of none.
  public func score(of pairs: [TextPair]) -> Double { scorer(of: pairs)(Array(pairs.indices)) }
}
