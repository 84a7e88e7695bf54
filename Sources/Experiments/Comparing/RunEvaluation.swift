// A finished run judged again: on other rows, by other metrics.
public import Evaluation
internal import Messages
internal import Tensors
internal import Training

/// What a run's best model makes of rows.
public struct RunEvaluation: Sendable {
  public let run: RecordedRun
  /// The mean over the targets of all rows.
  public let loss: Double
  public let metrics: [String: Estimate]
  /// The rows that were answered.
  public let samples: [RunSample]
  /// How many rows there are.
  public let rows: Int

  /// Throws ``RunProblems`` if the rows cannot be judged by, why the model cannot be read, and `CancellationError` if
  /// `shouldStop` said so.
  ///
  /// - Parameters:
  ///   - data: a file of rows; nil for the run's own validation rows.
  ///   - metrics: nil for those of the run.
  ///   - rows: how many are answered at most; nil for as many as the run answered.
  public init(
    _ run: RecordedRun, on data: String? = nil, metrics: [String]? = nil, rows: Int? = nil,
    shouldStop: () -> Bool = { false }
  ) throws {
    guard run.isOver else {
      throw ExportError.notFinished(run: run.folder.path, standing: run.standing.rawValue)
    }
    var configuration = run.configuration
    configuration.base = FilePaths.absolute(run.folder.model)
    // The model as it is: nothing frozen, rounded or adapted anew.
    configuration.tuning = .init()
    configuration.tuning.method = .full
    configuration.data.train = FilePaths.absolute(run.folder.trainingRows)
    configuration.data.validation = FilePaths.absolute(data ?? run.folder.validationRows)
    if let metrics { configuration.evaluation.metrics = metrics }
    if let rows { configuration.evaluation.rows = rows }
    if data == nil, run.state.validationRows == 0 {
      throw RunProblems("data.validation", "is empty: the run has no validation rows; name a file with --data")
    }
    let experiment = try Experiment(configuration)
    let (loss, judgement) = try experiment.plan.judged(shouldStop: shouldStop)
    self.run = run
    self.loss = loss
    self.metrics = judgement.metrics
    samples = judgement.samples
    self.rows = experiment.data.validation.count
  }

  /// What can be said of two that were judged on the same rows, against the first.
  public static func statements(
    _ evaluations: [RunEvaluation]
  ) -> (statements: [RunComparison.Statement], refusals: [String]) {
    guard let first = evaluations.first else { return ([], []) }
    let baseline = JudgedRows(first.run, samples: first.samples, rowsChecksum: "")
    var (statements, refusals): ([RunComparison.Statement], [String]) = ([], [])
    for evaluation in evaluations.dropFirst() {
      let found = JudgedRows(evaluation.run, samples: evaluation.samples, rowsChecksum: "").compared(with: baseline)
      statements += found.statements
      refusals += found.refusals
    }
    return (statements, refusals)
  }
}

extension RunPlan {
  /// The model as it is now, on the validation rows.
  func judged(shouldStop: () -> Bool) throws -> (loss: Double, judgement: Judgement) {
    let (section, problem) = (configuration.training, problem)
    guard !validation.isEmpty else { throw RunProblems("data.validation", "has no rows") }
    let trainer = Trainer<Problem.Learner, Problem.Batch>(
      problem.learner, optimizer: section.makeOptimizer(total: totalSteps), seed: configuration.seed
    ) { try problem.loss($0, $1) }
    let batches = try Batches(validation, size: min(section.batchSize, validation.count), seed: nil) {
      try problem.batch($0)
    }
    let loss = Double(try trainer.evaluate(on: batches))
    guard !judgedRows.isEmpty else { return (loss, Judgement()) }
    return (loss, try problem.judgement(of: problem.learner, on: judgedRows, shouldStop: shouldStop))
  }
}
