// Which examples a report shows: the best, the worst, and some that nobody picked.
internal import Tensors

/// A few samples of one model on one task.
public struct ReportSamples: Equatable, Sendable {
  public let best: [TaskSample]
  public let worst: [TaskSample]
  /// By a seed, from the others.
  public let random: [TaskSample]

  /// - Parameter count: of each kind at most. Where all score the same none is best or worst.
  public init(_ result: TaskResult, count: Int = 2, seed: Int = 0) {
    let measure = TaskMeasure.all(for: result.request).first { $0.name == result.mainMetric }
    let sign: Double = measure?.isLowerBetter == true ? -1 : 1
    func score(_ sample: TaskSample) -> Double { sign * (sample.scores[result.mainMetric] ?? -.infinity) }
    let sorted = result.samples.sorted { (score($0), -$0.example) > (score($1), -$1.example) }
    let differ = sorted.first.map(score) != sorted.last.map(score)
    let most = differ ? min(count, sorted.count / 2) : 0
    best = Array(sorted.prefix(most))
    worst = Array(sorted.suffix(most).reversed())
    let rest = sorted[most..<(sorted.count - most)]
    var random = SeededRandom(seed: seed)
    self.random = Array(rest.sorted { $0.example < $1.example }.shuffled(using: &random).prefix(count))
  }
}
