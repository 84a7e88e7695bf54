// The intervals of the applications' own evaluations.
internal import DataPreparation
internal import Evaluation

extension Estimate {
  /// The mean of a few runs with Student's interval, which a bootstrap of so few would draw too short. Of fewer than two
  /// runs nothing can be said.
  init(meanOfRuns values: [Double]) {
    let bar = ErrorBar(values)
    let half = bar.half.isFinite ? bar.half : 0
    self.init(bar.mean, low: bar.mean - half, high: bar.mean + half)
  }
}
