// From the first step to the last, or on from a checkpoint; then the best model is judged and written.
internal import DataPreparation
internal import Evaluation
internal import Foundation
internal import Layers
internal import Models
internal import Tensors
internal import TextModels
internal import Training

extension RunPlan {
  func run(
    at place: RunDestination, state: RunState, shouldStop: @escaping () -> Bool,
    progress: @escaping (ExperimentProgress) -> Void
  ) throws -> RunState {
    let journal = try RunJournal(place, state, shouldStop: shouldStop, progress: progress)
    var trainer = try makeTrainer(journal)
    do {
      let resumed = place.isResumed ? try trainer.resume() : false
      try journal.begin(after: resumed ? trainer.step : 0)
      try catchUp(&trainer, journal)
      let ending = try fit(&trainer, journal)
      guard ending != .interrupted else { return try journal.end(.interrupted) }
      return try finish(trainer, journal, ending == .stoppedEarly ? .stoppedEarly : .finished)
    } catch is CancellationError {
      return try journal.end(.interrupted)
    } catch let error as TrainingError {
      guard case .notFinite(let quantity, let value, _, let rate) = error else { throw error }
      throw try journal.diverged(
        "the \(quantity.rawValue) became \(value.isNaN ? "nan" : "\(value)"), where the learning rate was \(rate).")
    } catch let error as Divergence {
      throw try journal.diverged(error.description)
    } catch {
      // The disk is full, for example; then perhaps this cannot be written either.
      _ = try? journal.end(.interrupted)
      throw error
    }
  }

  private func makeTrainer(_ journal: RunJournal) throws -> Trainer<Problem.Learner, Problem.Batch> {
    let (section, problem) = (configuration.training, problem)
    var trainer = Trainer<Problem.Learner, Problem.Batch>(
      problem.learner, optimizer: section.makeOptimizer(total: totalSteps), seed: configuration.seed
    ) { try problem.loss($0, $1) }
    trainer.clipping = section.clipping == 0 ? nil : Float(section.clipping)
    trainer.accumulation = section.accumulation
    trainer.checkpoints = CheckpointPlan(in: journal.folder.checkpoints, every: section.checkpointEvery)
    trainer.shouldStop = journal.shouldStop
    if !validation.isEmpty {
      trainer.evaluation = Training.Evaluation(
        on: try Batches(validation, size: min(section.batchSize, validation.count), seed: nil) {
          try problem.batch($0)
        }, every: evaluationInterval, patience: section.patience == 0 ? nil : section.patience)
    }
    // A copy with the same parameters, to judge while the trainer is at work.
    let learner = problem.learner
    trainer.report = { step in
      try journal.note(step, rewardMargin: problem.rewardMargin)
      guard !validation.isEmpty, step.step % evaluationInterval == 0 || step.step == step.total else { return }
      try journal.noteEvaluation(after: step.step, loss: step.heldOutLoss, judge(learner, journal))
    }
    return trainer
  }

  private var evaluationInterval: Int {
    configuration.training.evaluateEvery == 0 ? max(1, totalSteps) : configuration.training.evaluateEvery
  }

  /// The evaluation that belongs to the trainer's step, if the log lacks it: that of the model before it learns, or one
  /// that was interrupted.
  private func catchUp(_ trainer: inout Trainer<Problem.Learner, Problem.Batch>, _ journal: RunJournal) throws {
    guard !validation.isEmpty, let evaluation = trainer.evaluation,
      trainer.step % evaluationInterval == 0 || trainer.step >= totalSteps, !journal.hasEvaluation(after: trainer.step)
    else { return }
    let loss = try trainer.evaluate(on: evaluation.batches)
    try journal.noteEvaluation(after: trainer.step, loss: loss, judge(trainer.model, journal))
  }

  private func fit(
    _ trainer: inout Trainer<Problem.Learner, Problem.Batch>, _ journal: RunJournal
  ) throws -> TrainingResult.Ending {
    // Killed after it had stopped early.
    if let patience = trainer.evaluation?.patience, let best = trainer.best, best.evaluationsSince >= patience {
      return .stoppedEarly
    }
    let section = configuration.training
    let batches = try Batches(training, size: section.batchSize, seed: configuration.seed) { try problem.batch($0) }
    do { return try trainer.fit(batches, steps: totalSteps).ending } catch is CancellationError {
      // While it was judged: the evaluation is made up for when the run goes on.
      try trainer.save(to: CheckpointPlan(in: journal.folder.checkpoints).last)
      return .interrupted
    }
  }

  // MARK: Judging

  private func judge(_ learner: Problem.Learner, _ journal: RunJournal) throws -> Judgement {
    let rows = judgedRows
    guard !rows.isEmpty else { return Judgement() }
    return try problem.judgement(of: learner, on: rows, shouldStop: journal.shouldStop)
  }

  /// As many validation rows as are wanted, from all over the file, always the same.
  var judgedRows: [RunRow] {
    let (count, wanted) = (data.validation.count, configuration.evaluation.rows)
    guard wanted < count else { return data.validation }
    var random = SeededRandom(seed: configuration.seed)
    return data.validation.indices.shuffled(using: &random).prefix(wanted).sorted().map { data.validation[$0] }
  }

  // MARK: The end

  private func finish(
    _ trainer: Trainer<Problem.Learner, Problem.Batch>, _ journal: RunJournal, _ status: RunState.Status
  ) throws -> RunState {
    if let best = trainer.best {
      try trainer.restoreBest()
      (journal.state.bestStep, journal.state.bestLoss) = (best.step, Double("\(best.loss)"))
    }
    let judgement = try judge(trainer.model, journal)
    try RunFiles.write(lines: judgement.samples, to: journal.folder.samples)
    journal.state.metrics = judgement.metrics
    let before: [RunSample] = try journal.folder.lines(of: journal.folder.samplesBefore)
    journal.state.gains = judgement.gains(over: before)

    var model = trainer.model
    if !model.adapterParameters.isEmpty {
      try model.saveAdapters(to: journal.folder.adapter)
      model.mergeAdapters()
    }
    // There whole, or not at all.
    let unfinished = journal.folder.file("model.partial")
    RunFiles.remove(unfinished)
    try problem.save(model, to: unfinished)
    RunFiles.remove(journal.folder.model)
    guard rename(unfinished, journal.folder.model) == 0 else {
      throw RunFileError.cannotWrite(journal.folder.model)
    }
    return try journal.end(status)
  }
}

extension Judgement {
  /// By how much each measure is above that of earlier answers to the same rows: the mean of the differences, with the
  /// interval of the paired bootstrap.
  fileprivate func gains(over before: [RunSample]) -> [String: Estimate] {
    guard before.map(\.row) == samples.map(\.row), let first = samples.first else { return [:] }
    var gains: [String: Estimate] = [:]
    for name in first.scores.keys {
      let differences = zip(samples, before).map { ($0.scores[name] ?? .nan) - ($1.scores[name] ?? .nan) }
      if differences.allSatisfy(\.isFinite) { gains[name] = Bootstrap.mean(of: differences) }
    }
    return gains
  }
}
