// Several models on several tasks: who stands where, and who shares a rank because nobody can tell.

/// The ranks of models on each task of a suite, and on all together.
public struct SuiteRanking: Codable, Equatable, Sendable {
  public struct Place: Codable, Equatable, Sendable {
    public var model: String
    /// One more than the number of models that are better beyond doubt; those that cannot be told apart share one.
    public var rank: Int
    public var estimate: Estimate
  }

  public struct Task: Codable, Equatable, Sendable {
    public var task: String
    public var metric: String
    /// What guessing reaches, if that is known.
    public var chance: Double?
    public var examples: Int
    /// The best first.
    public var places: [Place]
  }

  /// In the order of the results.
  public var tasks: [Task]
  /// The mean over the tasks whose measure is a share, each counted from what guessing reaches (0) to all right (1). Its
  /// interval allows for other examples, not for other tasks. Empty if there is no such task.
  public var overall: [Place]
  /// How many tasks are in it.
  public var overallTasks: Int

  /// - Parameters:
  ///   - results: each model on each task.
  ///   - seed: of the bootstrap, which draws the same examples for all models.
  public init(_ results: [TaskResult], seed: Int = 0) {
    var models: [String] = []
    var names: [String] = []
    for result in results {
      if !models.contains(result.model) { models.append(result.model) }
      if !names.contains(result.task) { names.append(result.task) }
    }
    var drawn: [String: [[Double]]] = [:]
    var values: [String: [Double]] = [:]
    tasks = []
    overallTasks = 0
    for (number, name) in names.enumerated() {
      let own = models.compactMap { model in results.first { $0.task == name && $0.model == model && $0.main != nil } }
      guard let first = own.first, let measure = TaskMeasure.named(first.mainMetric, for: first.request) else {
        continue
      }
      let draws = own.map { result in
        Bootstrap.scores(rows: result.samples.count, seed: seed &+ number, score: measure.scorer(of: result.samples))
      }
      let places = Self.places(
        own.map(\.model), own.compactMap(\.main), draws: draws, isLowerBetter: measure.isLowerBetter)
      tasks.append(
        Task(
          task: name, metric: measure.name, chance: first.chance, examples: first.examples, places: places))
      guard measure.isShare, own.count == models.count else { continue }
      overallTasks += 1
      let chance = first.chance ?? 0
      for (result, draws) in zip(own, draws) {
        drawn[result.model, default: []].append(draws.map { ($0 - chance) / (1 - chance) })
        values[result.model, default: []].append(((result.main?.value ?? 0) - chance) / (1 - chance))
      }
    }
    let tasks = Double(max(1, overallTasks))
    let means = models.map { model in
      (0..<Bootstrap.resamples).map { draw in
        (drawn[model] ?? []).reduce(0) { $0 + (draw < $1.count ? $1[draw] : 0) } / tasks
      }
    }
    let estimates = zip(models, means).map { model, means in
      Bootstrap.interval(of: means, round: (values[model] ?? []).reduce(0, +) / tasks)
    }
    overall = overallTasks > 0 ? Self.places(models, estimates, draws: means, isLowerBetter: false) : []
  }

  /// - Parameter draws: the score of each model on each of the same choices of examples.
  private static func places(
    _ models: [String], _ estimates: [Estimate], draws: [[Double]], isLowerBetter: Bool
  ) -> [Place] {
    let sign: Double = isLowerBetter ? -1 : 1
    let ranks = SharedRanks.ranks(count: models.count) { one, other in
      let differences = zip(draws[one], draws[other]).map { sign * ($0 - $1) }.filter { !$0.isNaN }
      guard !differences.isEmpty else { return false }
      return Bootstrap.interval(of: differences, round: 0).low > 0
    }
    return models.indices.map { Place(model: models[$0], rank: ranks[$0], estimate: estimates[$0]) }
      .sorted { ($0.rank, -sign * $0.estimate.value, $0.model) < ($1.rank, -sign * $1.estimate.value, $1.model) }
  }
}
