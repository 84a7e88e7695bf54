// Everything that evaluations and votes say about models, gathered for one page.

/// Results of models on tasks, with what a report shows of them.
public struct EvaluationReport: Sendable {
  /// Each model on each task once.
  public let results: [TaskResult]
  /// In the order of the results.
  public let tasks: [String]
  public let models: [String]
  public let ranking: SuiteRanking
  /// What was voted on the models' answers, if anything was.
  public let arena: ArenaReport?
  private let seed: Int

  /// - Parameter seed: of the bootstrap, and of the random samples.
  public init(_ results: [TaskResult], votes: [ArenaVote] = [], seed: Int = 0) {
    var (tasks, models): ([String], [String]) = ([], [])
    for result in results {
      if !tasks.contains(result.task) { tasks.append(result.task) }
      if !models.contains(result.model) { models.append(result.model) }
    }
    (self.results, self.tasks, self.models, self.seed) = (results, tasks, models, seed)
    ranking = SuiteRanking(results, seed: seed)
    arena = votes.isEmpty ? nil : ArenaReport(votes, seed: seed)
  }

  public func result(_ task: String, _ model: String) -> TaskResult? {
    results.first { $0.task == task && $0.model == model }
  }

  /// The main measure as a share of what can be reached, 0 to 1; nil for measures without a best value, such as
  /// perplexity, which no common axis shows.
  public func share(_ task: String, _ model: String) -> Double? {
    guard let result = result(task, model), let value = result.main?.value,
      let measure = TaskMeasure.all(for: result.request).first(where: { $0.name == result.mainMetric }),
      !measure.isLowerBetter
    else { return nil }
    if measure.explanation.hasPrefix("0 to 100") { return min(max(value / 100, 0), 1) }
    return measure.explanation.hasPrefix("0 to 1") ? min(max(value, 0), 1) : nil
  }

  /// The tasks whose main measure is a share.
  public var sharedTasks: [String] { tasks.filter { task in models.contains { share(task, $0) != nil } } }

  /// How far the probability of the likeliest choice can be believed; nil for tasks without choices.
  public func calibration(_ task: String, _ model: String) -> Calibration? {
    guard let result = result(task, model), result.request == .choice else { return nil }
    let items = result.samples.compactMap { sample -> (probabilities: [Double], right: Int)? in
      guard let choices = sample.choices, let right = sample.right, choices.indices.contains(right) else { return nil }
      return (choices.probabilities, right)
    }
    guard !items.isEmpty else { return nil }
    return ClassProbabilities(items.map(\.probabilities), truth: items.map(\.right)).calibration()
  }
}
