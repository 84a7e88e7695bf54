// What a run writes about itself as it goes: log lines, run.json, and whether it must stop.
internal import Evaluation
internal import Foundation
internal import Training

/// One for each session of a run.
final class RunJournal {
  let folder: RunFolder
  var state: RunState
  private let repeated: RunFolder?
  let shouldStop: () -> Bool
  private let progress: (ExperimentProgress) -> Void
  private var log: RunLogWriter?
  private var lines: [RunLogLine] = []
  private var divergence = DivergenceWatch()
  private let secondsBefore: Double
  private let start = RunJournal.seconds()

  init(
    _ place: RunDestination, _ state: RunState, shouldStop: @escaping () -> Bool,
    progress: @escaping (ExperimentProgress) -> Void
  ) throws {
    (folder, repeated, self.state) = (place.folder, place.repeated, state)
    (self.shouldStop, self.progress) = (shouldStop, progress)
    secondsBefore = state.seconds
  }

  /// Opens the log, in which lines after a step are forgotten.
  func begin(after step: Int) throws {
    log = try RunLogWriter(folder.log, keeping: step)
    lines = try folder.readLog()
    for line in lines { if let loss = line.loss { _ = divergence.isDiverging(after: loss) } }
    state.status = .running
    state.steps = step
    try save()
  }

  func hasEvaluation(after step: Int) -> Bool { lines.contains { $0.step == step && $0.validationLoss != nil } }

  // MARK: As it goes

  /// Throws ``Divergence``, or why the log cannot be written.
  func note(_ step: TrainingProgress, rewardMargin: Double?) throws {
    var line = RunLogLine(step: step.step)
    line.loss = Double("\(step.loss)")
    line.learningRate = Double("\(step.learningRate)")
    line.gradientNorm = Double("\(step.gradientNorm)")
    line.tokensPerSecond = step.tokensPerSecond.rounded()
    line.rewardMargin = rewardMargin
    (state.steps, state.finalLoss) = (step.step, line.loss)
    try add(line, total: step.total, secondsLeft: step.secondsLeft)
    if divergence.isDiverging(after: line.loss ?? 0) {
      throw Divergence(from: divergence.first, to: divergence.latest)
    }
  }

  /// - Parameter judgement: what the model made of rows.
  func noteEvaluation(after step: Int, loss: Float?, _ judgement: Judgement) throws {
    if step == 0 { try RunFiles.write(lines: judgement.samples, to: folder.samplesBefore) }
    var line = RunLogLine(step: step)
    line.validationLoss = loss.flatMap { Double("\($0)") }
    line.metrics = judgement.metrics.isEmpty ? nil : judgement.metrics
    line.rewardMargin = judgement.rewardMargin
    try add(line, total: state.totalSteps, secondsLeft: 0)
    log?.flush()
    try save()
  }

  private func add(_ line: RunLogLine, total: Int, secondsLeft: Double) throws {
    try log?.add(line)
    lines.append(line)
    progress(ExperimentProgress(line: line, totalSteps: total, secondsLeft: secondsLeft))
  }

  private func save() throws {
    state.seconds = secondsBefore + ((Self.seconds() - start) * 1000).rounded() / 1000
    try RunFiles.write(json: state, to: folder.state)
  }

  // MARK: The end

  func end(_ status: RunState.Status) throws -> RunState {
    state.status = status
    if let repeated, status == .finished || status == .stoppedEarly {
      let (equal, different) = RunLog.comparison(lines, try repeated.readLog())
      state.repeated = .init(run: repeated.path, equalLosses: equal, firstDifferentStep: different)
    }
    log?.flush()
    try save()
    return state
  }

  /// Notes that the run came to nothing, and says so.
  func diverged(_ reason: String) throws -> ExperimentError {
    _ = try end(.diverged)
    func step(_ name: String) -> Int? { (try? CheckpointPlan.step(of: "\(folder.checkpoints)/\(name).safetensors")) }
    return .diverged(
      folder: folder.path, step: state.steps, reason: reason, kept: step("last"), best: step("best"))
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Notices when a loss no longer falls but explodes, long before it is infinite.
///
/// The mean of the latest ten losses is compared with that of the first ten: more than three times as much, and a nat
/// more at least, is no noise.
struct DivergenceWatch {
  private(set) var first = 0.0
  private(set) var latest = 0.0
  private var losses: [Double] = []
  private var count = 0
  private static let window = 10

  mutating func isDiverging(after loss: Double) -> Bool {
    count += 1
    losses.append(loss)
    if losses.count > Self.window { losses.removeFirst() }
    latest = losses.reduce(0, +) / Double(losses.count)
    if count <= Self.window { first = latest }
    return count >= 2 * Self.window && latest > 3 * first && latest > first + 1
  }
}

/// The loss has exploded.
struct Divergence: Error, CustomStringConvertible {
  let from: Double
  let to: Double

  var description: String {
    "the mean loss of ten steps rose from \(Self.short(from)) at the beginning to \(Self.short(to))."
  }

  private static func short(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
