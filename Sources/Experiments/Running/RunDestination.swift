// Where a run is made: a new folder, one to go on in, or the next number behind a finished one.
internal import Hashing
internal import DataPreparation
internal import Tensors

/// The folder of a run, and what is there already.
public struct RunDestination: Equatable, Sendable {
  public let folder: RunFolder
  /// Whether an unfinished run of the same configuration is there.
  public let isResumed: Bool
  /// A finished run of the same configuration, which this one repeats.
  public let repeated: RunFolder?
  /// What a finished run of the wanted name was made of, and this one is not: `training.steps is 40 there, 50 here`.
  public let differences: [String]
}

extension Experiment {
  /// Looks where the run would be made. Throws ``ExperimentError`` if it cannot be made there.
  ///
  /// - Parameters:
  ///   - path: of the folder.
  ///   - mayNumber: whether `PATH-2` and so on will do if a finished run is there.
  public func place(at path: String, mayNumber: Bool) throws -> RunDestination {
    var (repeated, changes): (RunFolder?, [String]) = (nil, [])
    var (folder, number) = (RunFolder(path), 1)
    while true {
      if FilePaths.isThere(folder.path), !FilePaths.isFolder(folder.path) {
        throw ExperimentError.isFile(folder.path)
      }
      guard folder.isRun else {
        if let other = RunFiles.names(in: folder.path).first(where: { !Self.ownNames.contains($0) }) {
          throw ExperimentError.notEmpty(folder: folder.path, entry: other)
        }
        return RunDestination(folder: folder, isResumed: false, repeated: repeated, differences: changes)
      }
      if folder.isLocked { throw ExperimentError.isRunning(folder: folder.path) }
      let differences = try differences(from: folder)
      guard [.finished, .stoppedEarly, .diverged].contains(try folder.readState().status) else {
        guard differences.isEmpty else {
          throw ExperimentError.otherRun(folder: folder.path, differences: differences)
        }
        return RunDestination(folder: folder, isResumed: true, repeated: repeated, differences: changes)
      }
      guard mayNumber else { throw ExperimentError.isFinished(folder: folder.path) }
      if differences.isEmpty, repeated == nil { repeated = folder }
      if number == 1 { changes = differences }
      number += 1
      folder = RunFolder("\(path)-\(number)")
    }
  }

  /// What of an unfinished beginning may be written over.
  private static let ownNames = [".lock", "config.yaml", "data"]

  /// The same, where ``place(at:mayNumber:)`` said.
  public func run(
    at place: RunDestination, shouldStop: @escaping () -> Bool, progress: @escaping (ExperimentProgress) -> Void
  ) throws -> RunState {
    try RunFiles.makeFolder(place.folder.path)
    guard let lock = try RunLock(place.folder) else { throw ExperimentError.isRunning(folder: place.folder.path) }
    return try withExtendedLifetime(lock) {
      let state = place.isResumed ? try place.folder.readState() : try begin(place.folder)
      return try plan.run(at: place, state: state, shouldStop: shouldStop, progress: progress)
    }
  }

  /// Writes everything that makes the run; run.json last, which makes the folder a run's.
  private func begin(_ folder: RunFolder) throws -> RunState {
    try RunFiles.makeFolder(folder.file("data"))
    let files = data.files
    try RunFiles.write(bytes: files.training, to: folder.trainingRows)
    if !files.validation.isEmpty { try RunFiles.write(bytes: files.validation, to: folder.validationRows) }
    try RunFiles.write(bytes: Array(written(in: folder).yaml().utf8), to: folder.configuration)
    let state = RunState(
      status: .running, name: configuration.name, problem: configuration.problem.rawValue, steps: 0,
      totalSteps: totalSteps, trainingRows: data.training.count, validationRows: data.validation.count,
      parameters: parameterCount, trainableParameters: trainableParameterCount, metrics: [:], gains: [:],
      baseChecksum: try baseChecksum(), dataChecksum: data.checksum, seconds: 0, threads: ComputeThreads.count)
    try RunFiles.write(json: state, to: folder.state)
    return state
  }

  /// The configuration as the run's folder has it: with the copied data, and its base as seen from there.
  private func written(in folder: RunFolder) -> RunConfiguration {
    var written = configuration
    written.data.train = "data/train.jsonl"
    written.data.validation = data.validation.isEmpty ? "" : "data/validation.jsonl"
    if data.validation.isEmpty { written.data.validationShare = 0 }
    written.data.columns = [:]
    written.data.mostRows = 0
    if let base, FilePaths.isFolder(base), !configuration.base.isEmpty, !isInstalled {
      written.base = FilePaths.path(base, seenFrom: folder.path)
    }
    return written
  }

  private var isInstalled: Bool { base != nil && base == RunFolder.modelFolder(configuration.base, from: "/nowhere") }

  /// SHA-256 of the base's weights; empty from scratch.
  private func baseChecksum() throws -> String {
    guard let base, configuration.tuning.method != .scratch else { return "" }
    return SHA256.hexadecimal(of: try DataFile.read("\(base)/model.safetensors"))
  }

  /// What a run there was made of, and this one is not.
  private func differences(from folder: RunFolder) throws -> [String] {
    let there = try folder.readConfiguration()
    let (others, state) = (Dictionary(there.values) { $1 }, try folder.readState())
    let ours = written(in: folder).values
    var differences = ours.filter { $0.key != "name" && $0.key != "base" && others[$0.key] != $0.value }
      .map { "\($0.key) is \(others[$0.key] ?? "nothing") there, \($0.value) here" }
    if state.dataChecksum != data.checksum { differences.append("the rows are others") }
    if state.baseChecksum != (try baseChecksum()) { differences.append("the base model is another") }
    return differences
  }
}
