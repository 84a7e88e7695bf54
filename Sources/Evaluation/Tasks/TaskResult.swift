// What a model reached on a task.

/// One model on one task: each measure with its interval, and the samples that they are made of.
public struct TaskResult: Codable, Equatable, Sendable {
  public var task: String
  public var model: String
  public var request: TaskSettings.Request
  /// By name, each with its 95 % interval.
  public var metrics: [String: Estimate]
  /// The measure by which models are ranked on the task.
  public var mainMetric: String
  /// Of a choice: what guessing reaches, 0 to 1.
  public var chance: Double?
  public var examples: Int
  /// How many prompts were longer than the model's context, and were read from behind their beginning.
  public var cutPrompts: Int
  /// Measures that gave no number, and why.
  public var unmeasured: [String: String]
  /// In the order of the task's items. They stand in a file of their own.
  public var samples: [TaskSample] = []

  private enum CodingKeys: String, CodingKey {
    case task, model, request, metrics, mainMetric, chance, examples, cutPrompts, unmeasured
  }

  /// - Parameters:
  ///   - samples: without scores.
  ///   - seed: of the bootstrap.
  public init(_ settings: TaskSettings, model: String, samples: [TaskSample], seed: Int = 0) {
    let measures = TaskMeasure.reported(for: settings)
    task = settings.name
    self.model = model
    request = settings.request
    mainMetric = measures.first?.name ?? ""
    examples = samples.count
    cutPrompts = samples.count { ($0.cutTokens ?? 0) > 0 }
    chance =
      settings.request == .choice && !samples.isEmpty
      ? samples.reduce(0) { $0 + 1 / Double(max(1, $1.choices?.count ?? 0)) } / Double(samples.count) : nil
    (metrics, unmeasured) = ([:], [:])
    self.samples = samples
    for measure in measures {
      if let (place, problem) = samples.indices.lazy.compactMap({ place in
        measure.problem(with: samples[place]).map { (place, $0) }
      }).first {
        unmeasured[measure.name] = "line \(samples[place].line): \(problem)"
        continue
      }
      let estimate = measure.estimate(of: samples, seed: seed)
      // JSON knows neither infinity nor what is no number.
      if estimate.value.isFinite, estimate.low.isFinite, estimate.high.isFinite {
        metrics[measure.name] = estimate
      } else {
        unmeasured[measure.name] = "it is beyond all numbers"
      }
      for place in samples.indices {
        let score = measure.score(of: samples[place])
        if score.isFinite { self.samples[place].scores[measure.name] = score }
      }
    }
  }

  /// The measure by which models are ranked; nil if it gave no number.
  public var main: Estimate? { metrics[mainMetric] }
}
