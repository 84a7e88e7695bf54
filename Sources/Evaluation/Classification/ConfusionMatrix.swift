// Which labels were taken for which.

/// How often each label was predicted where each was right.
public struct ConfusionMatrix: Equatable, Sendable {
  /// In the order of rows and columns.
  public let labels: [String]
  /// `[true label, predicted label]`
  public let counts: [[Int]]

  /// - Parameters:
  ///   - truth: the right label of each item.
  ///   - predicted: the one that was given to it; as many.
  ///   - labels: their order; those that are missing follow by the alphabet.
  public init(truth: [String], predicted: [String], labels: [String] = []) {
    precondition(truth.count == predicted.count, "\(truth.count) true labels, \(predicted.count) predicted ones")
    self.labels = labels + Set(truth + predicted).subtracting(labels).sorted()
    let places = self.labels.enumerated().reduce(into: [String: Int]()) { $0[$1.element] = $1.offset }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: self.labels.count), count: self.labels.count)
    for (right, given) in zip(truth, predicted) {
      if let row = places[right], let column = places[given] { counts[row][column] += 1 }
    }
    self.counts = counts
  }

  public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
  /// How many are right.
  public var correct: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }
  /// 0 to 1; `nan` of nothing.
  public var accuracy: Double { Double(correct) / Double(total) }

  /// How often each label is right, and is predicted.
  private var trueCounts: [Int] { counts.map { $0.reduce(0, +) } }
  private var predictedCounts: [Int] { counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } } }

  /// Precision, recall and F1 of each label, in their order.
  public var perLabel: [LabelScores] {
    let (truth, predicted) = (trueCounts, predictedCounts)
    return labels.indices.map { label in
      LabelScores(hits: counts[label][label], predicted: predicted[label], support: truth[label])
    }
  }

  /// The plain mean over the labels that were predicted or are right somewhere: a rare label counts as much as any.
  public var macro: LabelScores {
    let known = zip(perLabel, predictedCounts).filter { $0.support > 0 || $1 > 0 }.map(\.0)
    return LabelScores(meanOf: known.map { ($0, 1) }, support: total)
  }

  /// The mean over labels, each by its share of the items.
  public var weighted: LabelScores {
    LabelScores(meanOf: perLabel.map { ($0, Double($0.support)) }, support: total)
  }

  /// All items together. With one label an item these are all the accuracy.
  public var micro: LabelScores { LabelScores(hits: correct, predicted: total, support: total) }

  /// Matthews' correlation of truth and prediction (for many labels Gorodkin 2004): −1 to 1, 0 for guessing, however rare
  /// the labels are; 0 too where only one label is right, or predicted.
  public var matthews: Double {
    let square = { (counts: [Int]) in counts.reduce(0.0) { $0 + Double($1) * Double($1) } }
    let n = Double(total)
    let (truth, predicted) = (trueCounts, predictedCounts)
    let both = zip(truth, predicted).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    let spread = (n * n - square(predicted)) * (n * n - square(truth))
    return spread > 0 ? (Double(correct) * n - both) / spread.squareRoot() : 0
  }
}

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
