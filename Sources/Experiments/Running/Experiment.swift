// A run before it begins: everything read, everything checked.
internal import Layers
internal import Messages
public import Models

/// A run that can be made.
///
/// ```swift
/// var configuration = RunConfiguration()
/// configuration.base = "BaseModel"
/// configuration.data.train = "rows.jsonl"
/// let state = try Experiment(configuration).run { print($0.line.step, $0.line.loss ?? 0) }
/// ```
public struct Experiment {
  /// With everything that data and model decide filled in.
  public let configuration: RunConfiguration
  public let data: RunData
  /// How many examples a pass has: rows, or pieces of long texts.
  public let exampleCount: Int
  public let totalSteps: Int
  public let parameterCount: Int
  public let trainableParameterCount: Int
  /// What rounding the base's weights cost; nil if they are exact.
  public let quantization: QuantizationReport?
  /// The folder of the model that it starts from; nil from scratch.
  public let base: String?
  let plan: any RunPlanning

  /// Reads data and model. Nothing is written. Throws ``RunProblems`` with everything that is wrong, or why the base
  /// cannot be read: ``CheckpointError``, ``SafetensorsError``, ``TokenizerError``, ``TextModelError``.
  ///
  /// - Parameter folder: that the configuration's paths begin at.
  public init(_ configuration: RunConfiguration, from folder: String = ".") throws {
    try self.init(configuration, from: folder, isGiven: { _ in false })
  }

  /// The run of a file. Throws ``SettingsError`` with everything that is wrong, each with its place.
  public init(_ file: ConfigurationFile) throws {
    do { try self.init(file.configuration, from: file.folder, isGiven: file.isGiven) } catch let error as RunProblems {
      throw file.placed(error)
    }
  }

  private init(
    _ configuration: RunConfiguration, from folder: String, isGiven: (_ key: String) -> Bool
  ) throws {
    var problems = configuration.contradictions(isGiven: isGiven)
    func gather<Result>(_ body: () throws -> Result) throws -> Result? {
      do { return try body() } catch let error as RunProblems {
        problems += error.problems.filter { error in !problems.contains { $0.key == error.key } }
        return nil
      }
    }
    let base = configuration.base.isEmpty ? nil : RunFolder.modelFolder(configuration.base, from: folder)
    if base == nil, !configuration.base.isEmpty {
      problems.append(
        RunProblem(
          "base",
          "is \(configuration.base.harmless), which is neither a folder with config.json, nor a finished run, "
            + "nor an installed model; paths begin at \(folder == "." ? "the current folder" : folder.harmless)"))
    }
    let files = try configuration.data.train.isEmpty ? nil : gather { try DataFiles(configuration.data, from: folder) }
    let plan = try files.map { files in
      try gather { try Self.plan(configuration.problem.type, configuration, files, base: base) }
    }
    guard let plan = plan ?? nil, problems.isEmpty else { throw RunProblems(problems) }
    self.plan = plan
    self.base = base
    self.configuration = plan.configuration
    data = plan.data
    (exampleCount, totalSteps) = (plan.exampleCount, plan.totalSteps)
    (parameterCount, trainableParameterCount) = plan.parameterCounts
    quantization = plan.quantization
  }

  private static func plan<Problem: ProblemType>(
    _ type: Problem.Type, _ configuration: RunConfiguration, _ files: DataFiles, base: String?
  ) throws -> any RunPlanning {
    let completed = type.completed(configuration, columns: files.columns)
    let data = try RunData(
      files, completed.data, needed: try type.neededColumns(completed), seed: completed.seed)
    do { return try RunPlan(Problem(completed, data: data, base: base), data, base: base) } catch let error
      as RunProblems
    {
      // Long texts make more examples than rows; of all else as many as rows is the most that can be said already.
      let batch = RunPlan<Problem>.batchProblem(completed.training, examples: data.training.count)
      let isKnown = data.training.count == 1 || error.problems.contains { $0.key == "training.batchSize" }
      throw RunProblems(error.problems + (isKnown ? [] : batch.map { [$0] } ?? []))
    }
  }

  /// The first training rows as the model sees them.
  public func views(_ count: Int) throws -> [ExampleView] { try plan.views(count) }

  /// Makes the run, or goes on with it if the folder holds an unfinished one of the same configuration.
  ///
  /// Throws ``ExperimentError``, and what writing throws; then the last checkpoint is whole, and the same call goes on.
  ///
  /// - Parameters:
  ///   - folder: of the run; nil: `runs/NAME`, with a number behind it if that is finished.
  ///   - progress: called after each step and each evaluation.
  @discardableResult
  public func run(
    in folder: String? = nil, progress: @escaping (ExperimentProgress) -> Void = { _ in }
  ) throws -> RunState {
    try run(in: folder, shouldStop: { false }, progress: progress)
  }

  /// The same, until somebody wants it to stop.
  ///
  /// - Parameter shouldStop: asked before each step; true ends it after a checkpoint, as `interrupted`.
  @discardableResult
  public func run(
    in folder: String? = nil, shouldStop: @escaping () -> Bool,
    progress: @escaping (ExperimentProgress) -> Void = { _ in }
  ) throws -> RunState {
    let place = try place(at: folder ?? "runs/\(configuration.name)", mayNumber: folder == nil)
    return try run(at: place, shouldStop: shouldStop, progress: progress)
  }
}

/// What is told of a run as it goes on.
public struct ExperimentProgress: Sendable {
  /// As log.jsonl has it: a step, or an evaluation after one.
  public var line: RunLogLine
  public var totalSteps: Int
  /// If it goes on like this.
  public var secondsLeft: Double

  public var isEvaluation: Bool { line.loss == nil }
}

/// Why a run is not begun, or not finished.
public enum ExperimentError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Another process writes into the folder.
  case isRunning(folder: String)
  /// The folder holds an unfinished run of something else; `differences` as `training.steps is 10 there, 20 here`.
  case otherRun(folder: String, differences: [String])
  case isFinished(folder: String)
  /// Where a folder should be.
  case isFile(String)
  /// The folder holds things that no run writes.
  case notEmpty(folder: String, entry: String)
  /// `kept`: the step of the latest checkpoint; nil if there is none yet.
  case diverged(folder: String, step: Int, reason: String, kept: Int?, best: Int?)

  public var description: String {
    switch self {
    case .isRunning(let folder):
      "\(folder.harmless): another process is training there; wait for it, or name another folder (--out)"
    case .otherRun(let folder, let differences):
      "\(folder.harmless) holds an unfinished run of another configuration: \(differences.prefix(5).joined(separator: "; "))"
        + (differences.count > 5 ? "; and \(differences.count - 5) more" : "")
        + ". Go on with that one (lectern train \(folder.harmless)/config.yaml), remove it, or name another folder (--out)"
    case .isFile(let path): "\(path.harmless) is a file; name a folder"
    case .isFinished(let folder):
      "\(folder.harmless) holds a finished run; name another folder"
    case .notEmpty(let folder, let entry):
      "\(folder.harmless) holds other things, such as \(entry.quoted); name a new folder"
    case .diverged(let folder, let step, let reason, let kept, let best):
      "training diverged at step \(step): \(reason) "
        + (kept.map { "The checkpoint of step \($0) is kept in \(folder.harmless)/checkpoints" }
          ?? "There is no checkpoint yet")
        + (best.map { ", the best one is that of step \($0)" } ?? "")
        + ". Try a smaller training.learningRate, a longer training.warmup, or stronger training.clipping."
    }
  }
}
