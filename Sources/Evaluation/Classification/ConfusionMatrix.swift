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

  private var labelCounts: LabelCounts {
    LabelCounts(
      hits: counts.indices.map { counts[$0][$0] }, truth: counts.map { $0.reduce(0, +) },
      predicted: counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } })
  }

  /// Precision, recall and F1 of each label, in their order.
  public var perLabel: [LabelScores] { labelCounts.perLabel }

  /// The plain mean over the labels that were predicted or are right somewhere: a rare label counts as much as any.
  public var macro: LabelScores { labelCounts.macro }

  /// The mean over labels, each by its share of the items.
  public var weighted: LabelScores { labelCounts.weighted }

  /// All items together. With one label an item these are all the accuracy.
  public var micro: LabelScores { labelCounts.micro }

  /// Matthews' correlation of truth and prediction (for many labels Gorodkin 2004): −1 to 1, 0 for guessing, however rare
  /// the labels are; 0 too where only one label is right, or predicted.
  public var matthews: Double { labelCounts.matthews }
}
