// From answers to measures: the same for all problems whose answers are texts.
internal import Evaluation
internal import Foundation

extension Judgement {
  /// Measures what was answered: each metric over all rows with its interval, and row by row.
  ///
  /// - Parameter references: texts that each answer may equal.
  init(_ samples: [RunSample], references: [[String]], metrics: [any TextMetric]) {
    self.init(samples: samples)
    guard !samples.isEmpty else { return }
    let pairs: [TextPair] = zip(samples, references).map { ($0.answer, $1) }
    for metric in metrics {
      let score = metric.measured(pairs)
      // A correlation with what is the same in every row, for instance, is no number.
      if score.estimate.value.isFinite { self.metrics[metric.name] = score.estimate }
      for (place, value) in score.perRow.enumerated() where value.isFinite {
        self.samples[place].scores[metric.name] = value
      }
    }
  }
}

extension Array {
  /// The elements in groups of at most `size`; `shouldStop` is asked before each, and when it says so,
  /// `CancellationError` is thrown.
  func inGroups<Result>(
    of size: Int, shouldStop: () -> Bool, _ body: ([Element]) throws -> [Result]
  ) throws -> [Result] {
    try stride(from: 0, to: count, by: size).flatMap { start in
      if shouldStop() { throw CancellationError() }
      return try body(Array(self[start..<Swift.min(count, start + size)]))
    }
  }
}
