// A run as its folder tells of it, read as a whole: for those who list and compare runs.
public import Evaluation
internal import Foundation
internal import Messages

/// What is known of one run.
public struct RecordedRun: Sendable {
  public let folder: RunFolder
  public let configuration: RunConfiguration
  public let state: RunState
  public let log: [RunLogLine]
  /// Validation rows with what the best model answered; empty before the run has ended.
  public let samples: [RunSample]
  /// Whether a process is training there now.
  public let isLocked: Bool

  /// Throws what keeps the folder from being read: ``RunFolderError``, ``SettingsError``, ``RowError``.
  public init(_ folder: RunFolder) throws {
    self.folder = folder
    // Asked first: a run that ends in between is over, not dead.
    isLocked = folder.isLocked
    state = try folder.readState()
    configuration = try folder.readConfiguration()
    log = try folder.readLog()
    samples = try folder.readSamples()
  }

  /// The name that tells it from others: the folder's.
  public var name: String { Self.name(of: folder) }

  static func name(of folder: RunFolder) -> String {
    URL(fileURLWithPath: folder.path).standardizedFileURL.lastPathComponent
  }

  /// How it stands, for people: a run that says it is running and that nobody works on has died.
  public enum Standing: String, Sendable {
    case running, died, interrupted, finished
    case stoppedEarly = "stopped early"
    case diverged
  }

  public var standing: Standing {
    switch state.status {
    case .running: isLocked ? .running : .died
    // A run that goes on says so only when it has begun.
    case .interrupted: isLocked ? .running : .interrupted
    case .finished: .finished
    case .stoppedEarly: .stoppedEarly
    case .diverged: .diverged
    }
  }

  /// Whether it came to an end, so that there are samples and a model.
  public var isOver: Bool { standing == .finished || standing == .stoppedEarly }

  /// The step that it has reached.
  public var step: Int { max(state.steps, log.last?.step ?? 0) }

  /// The best validation loss so far, and after which step; nil before the first evaluation.
  public var best: (step: Int, loss: Double)? {
    let evaluations = log.compactMap { line in line.validationLoss.map { (step: line.step, loss: $0) } }
    if let step = state.bestStep, let loss = state.bestLoss { return (step, loss) }
    return evaluations.filter { $0.loss.isFinite }.min { ($0.loss, $0.step) < ($1.loss, $1.step) }
  }

  /// The metrics of the best model, or before the end those of the latest evaluation.
  public var metrics: [String: Estimate] {
    state.metrics.isEmpty ? log.last { $0.metrics != nil }?.metrics ?? [:] : state.metrics
  }

  /// The metric that tables show: the first of the configuration, or the first by name.
  public var mainMetric: String? {
    configuration.evaluation.metrics.first { metrics[$0] != nil } ?? metrics.keys.sorted().first
  }

  /// Keys whose values differ from what they are by default, in the order of the file.
  public var changedValues: [(key: String, value: String)] {
    var plain = RunConfiguration()
    // What decides which keys there are is no change by itself.
    (plain.problem, plain.tuning.method) = (configuration.problem, configuration.tuning.method)
    let defaults = Dictionary(plain.values) { $1 }
    return configuration.values.filter { key, value in
      defaults[key] != value || (key == "problem" && configuration.problem != .languageModel)
        || (key == "tuning.method")
    }
  }
}

/// The runs of a folder.
public struct RunList: Sendable {
  /// By the names of their folders, numbers in their order.
  public let runs: [RecordedRun]
  /// Folders of runs that cannot be read, each with a sentence that says why.
  public let damaged: [(name: String, reason: String)]

  /// Looks into a folder, and one level deeper where a search has put its runs. What is no run is passed over. Throws
  /// ``RunFolderError`` if there is no such folder.
  public init(in folder: String) throws {
    var runs: [RecordedRun] = []
    var damaged: [(name: String, reason: String)] = []
    guard let names = Self.folders(in: folder) else { throw RunFolderError.notARun(folder) }
    func look(_ path: String) -> Bool {
      let run = RunFolder(path)
      guard FileManager.default.fileExists(atPath: run.state) || FileManager.default.fileExists(atPath: run.log) else {
        return false
      }
      do { runs.append(try RecordedRun(run)) } catch { damaged.append((RecordedRun.name(of: run), "\(error)")) }
      return true
    }
    if !look(folder) {
      for name in names where !look("\(folder)/\(name)") {
        for inner in Self.folders(in: "\(folder)/\(name)") ?? [] { _ = look("\(folder)/\(name)/\(inner)") }
      }
    }
    (self.runs, self.damaged) = (runs, damaged)
  }

  private static func folders(in folder: String) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
    return names.filter { name in
      var isFolder: ObjCBool = false
      return !name.hasPrefix(".") && FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
        && isFolder.boolValue
    }.sorted { $0.compare($1, options: [.numeric]) == .orderedAscending }
  }
}

extension RunFolder {
  /// Whether a file of settings is there: in a run's folder, and in an exported one.
  public var hasConfiguration: Bool { FilePaths.isThere(configuration) }
}
