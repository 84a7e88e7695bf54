// A run's steps and evaluations as what the live picture draws.
import Experiments
import StepRecords
import SystemTools

/// Remembers what the latest evaluation found, since most steps have none.
struct TrainingRecords {
  private let start = ContinuousClock.now
  private var metrics: [String: Double] = [:]

  /// Loss, validation loss, metrics, learning rate, gradient norm, tokens a second; nil before the first step.
  mutating func record(of progress: ExperimentProgress) -> ProgressRecord? {
    let line = progress.line
    let latest: [(String, Double?)] = [
      ("loss", line.loss), ("validation loss", line.validationLoss), ("rate", line.learningRate),
      ("gradient norm", line.gradientNorm), ("tokensPerSecond", line.tokensPerSecond),
      ("reward margin", line.rewardMargin),
    ]
    for (name, value) in latest { if let value { metrics[name] = value } }
    for (name, estimate) in line.metrics ?? [:] { metrics[name] = estimate.value }
    guard metrics["loss"] != nil else { return nil }
    // The time left is computed from the time taken; steps before a resume took none of it.
    let stepsLeft = progress.totalSteps - line.step
    let seconds =
      stepsLeft > 0 && progress.secondsLeft.isFinite && progress.secondsLeft > 0
      ? progress.secondsLeft / Double(stepsLeft) * Double(line.step) : (ContinuousClock.now - start).seconds
    return ProgressRecord(done: line.step, total: progress.totalSteps, metrics: metrics, seconds: seconds)
  }
}
