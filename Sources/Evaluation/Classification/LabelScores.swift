// How well labels are found: each of them, and their means.

/// How well one label is found.
public struct LabelScores: Equatable, Sendable {
  /// The share of the items with this prediction that are right; 0 if there are none.
  public let precision: Double
  /// The share of the items with this label that were found; 0 if there are none.
  public let recall: Double
  /// The harmonic mean of both.
  public let f1: Double
  /// How many items have the label.
  public let support: Int

  init(hits: Int, predicted: Int, support: Int) {
    precision = predicted > 0 ? Double(hits) / Double(predicted) : 0
    recall = support > 0 ? Double(hits) / Double(support) : 0
    f1 = predicted + support > 0 ? 2 * Double(hits) / Double(predicted + support) : 0
    self.support = support
  }

  init(meanOf scores: [(LabelScores, weight: Double)], support: Int) {
    let total = scores.reduce(0) { $0 + $1.weight }
    let mean = { (value: (LabelScores) -> Double) in
      total > 0 ? scores.reduce(0) { $0 + value($1.0) * $1.weight } / total : 0
    }
    (precision, recall, f1) = (mean(\.precision), mean(\.recall), mean(\.f1))
    self.support = support
  }
}

/// All that precision, recall and Matthews' correlation need of a confusion matrix: its diagonal and its edges.
struct LabelCounts {
  /// `[labels]`: how often each was predicted rightly, is right, and was predicted.
  var hits, truth, predicted: [Int]

  private var total: Int { truth.reduce(0, +) }
  private var correct: Int { hits.reduce(0, +) }

  var perLabel: [LabelScores] {
    hits.indices.map { LabelScores(hits: hits[$0], predicted: predicted[$0], support: truth[$0]) }
  }

  var macro: LabelScores {
    let known = zip(perLabel, predicted).filter { $0.support > 0 || $1 > 0 }.map(\.0)
    return LabelScores(meanOf: known.map { ($0, 1) }, support: total)
  }

  var weighted: LabelScores { LabelScores(meanOf: perLabel.map { ($0, Double($0.support)) }, support: total) }

  var micro: LabelScores { LabelScores(hits: correct, predicted: total, support: total) }

  var matthews: Double {
    let product = { (a: [Int], b: [Int]) in zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) } }
    let square = Double(total) * Double(total)
    let spread = (square - product(predicted, predicted)) * (square - product(truth, truth))
    let common = Double(correct) * Double(total) - product(truth, predicted)
    return spread > 0 ? common / spread.squareRoot() : 0
  }
}
