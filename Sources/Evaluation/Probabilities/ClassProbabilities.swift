// How good the probabilities are that a model gives to classes.
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// For each item the probabilities of all classes, and which class is right.
public struct ClassProbabilities: Equatable, Sendable {
  /// `[items, classes]`, each row summing to 1.
  public let probabilities: [[Double]]
  /// The place of the right class in each row.
  public let truth: [Int]

  public init(_ probabilities: [[Double]], truth: [Int]) {
    precondition(
      probabilities.count == truth.count, "\(probabilities.count) rows of probabilities, \(truth.count) classes")
    for (row, right) in zip(probabilities, truth) {
      precondition(row.indices.contains(right), "class \(right) is none of \(row.count)")
    }
    (self.probabilities, self.truth) = (probabilities, truth)
  }

  /// `−log p` of the right class of each item, in nats. A probability of 0 counts as 2⁻⁵², so that one item does not make
  /// the mean infinite.
  public var logLosses: [Double] { zip(probabilities, truth).map { -log(max(0x1p-52, $0[$1])) } }

  /// Brier's score (1950) of each item: the squared distance to the right answer, summed over classes, 0 to 2.
  public var brierScores: [Double] {
    zip(probabilities, truth).map { row, right in
      row.enumerated().reduce(0) { sum, entry in
        let distance = entry.element - (entry.offset == right ? 1 : 0)
        return sum + distance * distance
      }
    }
  }

  /// The likeliest class of each item, of equally likely ones the first.
  public var predicted: [Int] {
    probabilities.map { row in row.indices.max { (row[$0], $1) < (row[$1], $0) } ?? 0 }
  }

  /// How far the probability of the likeliest class can be believed.
  public func calibration(_ binning: Calibration.Binning = .equalWidth, bins: Int = 10) -> Calibration {
    let predicted = predicted
    return Calibration(
      confidences: zip(probabilities, predicted).map { $0[$1] }, outcomes: zip(predicted, truth).map { $0 == $1 },
      binning, bins: bins)
  }
}
