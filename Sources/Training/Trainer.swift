// The loop that all models here are trained by: forward, backward, clip, update. Checkpoints are in
// Trainer+Checkpoints.swift, evaluation and early stopping in Trainer+Evaluation.swift.

internal import Glibc
import Layers
import Models
import Tensors

/// Trains a model on batches.
///
/// ```swift
/// var trainer = Trainer(model, optimizer: AdamW(learningRate: .cosine(peak: 3e-4, warmup: 100, steps: 2000)))
/// try trainer.fit(batches)
/// ```
/// The same seeds, batches and number of threads give the same losses, bit for bit, also after a stop and a resume.
public struct Trainer<Learner: Module, Batch: TrainingBatch> {
  /// Shares its parameters with the model that it was made with. Adapters and heads belong to a model before that.
  public let model: Learner
  public var optimizer: any Optimizer
  /// The longest that the gradient of all parameters together may be; a longer one is shortened. Nil: any length.
  public var clipping: Float? = 1
  /// How many batches make a step. The result is that of one large batch, but only one at a time is in memory.
  public var accumulation = 1
  /// Of dropout.
  public var seed: Int
  public var evaluation: Evaluation<Batch>?
  public var checkpoints: CheckpointPlan?
  /// Called after each step, before its checkpoint; what it throws ends training. Nil: `TrainingProgress.report` is.
  public var report: ((TrainingProgress) throws -> Void)?
  /// Asked before each step; true ends training after a last checkpoint.
  public var shouldStop: () -> Bool = { false }

  /// How many steps have been made, and how many batches they used.
  public internal(set) var step = 0, batchesUsed = 0
  /// The best evaluation so far.
  public internal(set) var best: BestEvaluation?
  /// Its parameters, if no checkpoint has them.
  var bestValues: [Tensor]?

  private let loss: (Learner, Batch) throws -> Tensor
  let parameters: [NamedParameter]

  /// - Parameter loss: the mean over the targets of a batch that count, shape `[]`.
  public init(
    _ model: Learner, optimizer: any Optimizer, seed: Int = 1,
    loss: @escaping (_ model: Learner, _ batch: Batch) throws -> Tensor
  ) {
    self.model = model
    self.optimizer = optimizer
    self.seed = seed
    self.loss = loss
    parameters = model.parameters
  }

  /// Trains with the model's own loss.
  public init(_ model: Learner, optimizer: any Optimizer, seed: Int = 1)
  where Learner: TrainableModel, Batch == Learner.Batch {
    self.init(model, optimizer: optimizer, seed: seed) { try $0.loss($1) }
  }

  /// Makes steps until there are `steps` of them, counted from the trainer's first.
  ///
  /// Throws ``TrainingError``, ``SafetensorsError`` if a checkpoint cannot be written, and what the loss throws.
  ///
  /// - Parameter steps: nil: as many as the learning rate is made for; if it is constant, to the end of the next pass.
  @discardableResult
  public mutating func fit(
    _ batches: Batches<Batch>, steps: Int? = nil, file: StaticString = #fileID, line: Int = #line
  ) throws -> TrainingResult {
    guard accumulation > 0 else { stop("fit: accumulation is \(accumulation); a step needs at least one batch") }
    let stepsInPass = (batches.count + accumulation - 1) / accumulation
    var total = steps ?? optimizer.learningRate.steps ?? (step / stepsInPass + 1) * stepsInPass
    let start = (step: step, seconds: Self.seconds())
    var result = TrainingResult()
    var tokens = 0

    while step < total {
      if shouldStop() {
        result.ending = .interrupted
        if let checkpoints, step > start.step { try save(to: checkpoints.last) }
        break
      }
      let outcome = try step(on: (0..<accumulation).map { try batches[batchesUsed + $0] })
      result.losses.append(outcome.loss)
      tokens += outcome.tokens

      if let evaluation, step % evaluation.every == 0 || step == total {
        let loss = try evaluate(on: evaluation.batches)
        result.heldOutLosses.append(.init(step: step, loss: loss))
        if try isPatienceAtItsEnd(after: loss, evaluation) {
          result.ending = .stoppedEarly
          total = step
        }
      }
      let seconds = Self.seconds() - start.seconds
      try (report ?? TrainingProgress.report)?(
        TrainingProgress(
          step: step, total: total, loss: outcome.loss, heldOutLoss: result.heldOutLosses.last?.loss,
          learningRate: outcome.learningRate, gradientNorm: outcome.gradientNorm,
          tokensPerSecond: Double(tokens) / seconds,
          secondsLeft: seconds / Double(step - start.step) * Double(total - step), file: file, line: line))
      // After the report: who keeps a log has written all that a checkpoint relies on.
      if let checkpoints, step % checkpoints.every == 0 || step == total { try save(to: checkpoints.last) }
    }
    return result
  }

  /// One step: the loss and its gradients over all batches together, and one update. Throws ``TrainingError`` and what
  /// the loss throws, and then leaves the parameters as they were.
  @discardableResult
  public mutating func step(on batches: [Batch]) throws -> StepOutcome {
    guard clipping ?? 1 > 0 else { stop("clipping must be above 0, or nil; it is \(clipping ?? 0)") }
    guard parameters.contains(where: { !$0.parameter.isFrozen }) else { throw TrainingError.nothingToLearn }
    let targets = batches.reduce(0) { $0 + $1.targetCount }
    guard targets > 0 else { throw TrainingError.noTargets(step: step) }
    let learningRate = optimizer.learningRate[step]
    forgetGradients()
    defer { forgetGradients() }

    // Forward and backward. Gradients add up; each batch weighs as much as it has targets.
    var total = 0.0
    for (number, batch) in batches.enumerated() where batch.targetCount > 0 {
      let share = Float(batch.targetCount) / Float(targets)
      let loss = try lossWithDropout(batch, number: batchesUsed + number) * share
      guard loss.item().isFinite else { throw notFinite(.loss, loss.item(), learningRate) }
      loss.backward()
      total += Double(loss.item())
    }

    // Clip: the optimizer scales gradients as it reads them.
    let norm = Float(parameters.reduce(0) { $0 + ($1.parameter.gradient?.squaredNorm ?? 0) }.squareRoot())
    guard norm.isFinite else { throw notFinite(.gradient, norm, learningRate) }
    let scale = clipping.map { min(1, $0 / (norm + 1e-6)) } ?? 1

    // Update.
    optimizer.update(parameters, learningRate: learningRate, gradientScale: scale)
    step += 1
    batchesUsed += batches.count
    return StepOutcome(
      loss: Float(total), gradientNorm: norm, learningRate: learningRate,
      tokens: batches.reduce(0) { $0 + $1.tokenCount })
  }

  /// The mean loss over all targets of one pass, without dropout; nothing is learnt. Throws what the loss throws.
  public func evaluate(on batches: Batches<Batch>) throws -> Float {
    var (total, targets) = (0.0, 0)
    try Tensor.withoutGradients {
      for number in 0..<batches.count {
        let batch = try batches[number]
        guard batch.targetCount > 0 else { continue }
        total += Double(try loss(model, batch).item()) * Double(batch.targetCount)
        targets += batch.targetCount
      }
    }
    guard targets > 0 else { throw TrainingError.nothingHeldOut }
    let mean = Float(total / Double(targets))
    guard mean.isFinite else { throw notFinite(.heldOutLoss, mean, optimizer.learningRate[max(0, step - 1)]) }
    return mean
  }

  /// Each batch drops activations of its own.
  private func lossWithDropout(_ batch: Batch, number: Int) throws -> Tensor {
    guard let model = model as? any Model else { return try loss(self.model, batch) }
    return try model.withDropout(seed: SeededRandom.seed(seed, number: number)) { try loss(self.model, batch) }
  }

  private func forgetGradients() {
    for named in parameters { named.parameter.gradient = nil }
  }

  private func notFinite(_ quantity: TrainingError.Quantity, _ value: Float, _ learningRate: Float) -> TrainingError {
    .notFinite(quantity, value, step: step, learningRate: learningRate)
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
