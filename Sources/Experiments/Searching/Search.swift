// Makes the runs of a search, one after another, and goes on where it stopped.
internal import DataPreparation
internal import Foundation
internal import Messages
internal import YAMLTrees

/// A search over the keys of a configuration. Its runs are ordinary ones, in folders inside the search's.
///
/// ```swift
/// let axis = try SearchAxis(parsing: "training.learningRate=1e-4,1e-3")
/// let result = try Search(configuration, SearchPlan([axis]), in: "runs/rates").run()
/// print(result.conclusion)
/// ```
public struct Search {
  public let plan: SearchPlan
  public let folder: String
  public let trials: [SearchPlan.Trial]
  let base: RunConfiguration
  /// That the configuration's paths begin at.
  let origin: String
  /// Of each trial.
  let totalSteps: [Int]

  /// What is told of a search as it goes on.
  public enum Event: Sendable {
    /// A run begins or goes on.
    case began(SearchPlan.Trial, seed: Int, done: Int, of: Int)
    case progress(ExperimentProgress, folder: String)
    /// It is known now how long a run takes, and that not all of them fit.
    case budget(secondsPerRun: Double, fitting: Int, of: Int)
    case ended(SearchPlan.Trial, seed: Int, score: Double?)
    case failed(SearchPlan.Trial, reason: String)
    /// Trials that are given up, by their numbers.
    case givenUp([Int], afterSteps: Int)
  }

  /// Checks every combination before anything is trained. Throws ``SearchError``, or ``RunProblems`` as ``Experiment``
  /// does.
  ///
  /// - Parameters:
  ///   - folder: for the runs.
  ///   - origin: that the configuration's paths begin at.
  public init(
    _ configuration: RunConfiguration, _ plan: SearchPlan, in folder: String, from origin: String = "."
  ) throws {
    if let contradiction = plan.contradiction { throw SearchError(contradiction) }
    (self.plan, self.folder, self.origin) = (plan, folder, origin)
    base = configuration
    trials = plan.trials
    guard plan.by == "loss" || configuration.evaluation.metrics.contains(plan.by) else {
      throw SearchError(
        "the search is ordered by \(plan.by.quoted), which is not measured; add it to evaluation.metrics, which are "
          + configuration.evaluation.metrics.joined(separator: ", "))
    }
    if plan.by != "loss", configuration.evaluation.rows == 0 {
      throw SearchError("the search is ordered by \(plan.by), and evaluation.rows is 0: no row is answered")
    }
    var totals: [Int] = []
    for trial in trials {
      let experiment = try Self.checked(trial) {
        try Experiment(try Self.configuration(configuration, trial, seed: configuration.seed, rungs: [1]), from: origin)
      }
      guard !experiment.data.validation.isEmpty else {
        throw SearchError(
          "a search chooses by validation rows, and there are none; set data.validation or data.validationShare")
      }
      totals.append(experiment.totalSteps)
    }
    totalSteps = totals
  }

  private static func checked<Value>(_ trial: SearchPlan.Trial, _ body: () throws -> Value) throws -> Value {
    let name = trial.settings.map { "\($0.key)=\($0.value)" }.joined(separator: " ").harmless
    do { return try body() } catch let error as RunProblems {
      throw SearchError("with \(name): " + error.problems.map(\.description).joined(separator: "; "))
    } catch let error as SettingsError {
      throw SearchError(error.problems.map { "\(name): \($0.message)" }.joined(separator: "; "))
    }
  }

  /// A trial's configuration.
  ///
  /// - Parameter rungs: evaluations are needed at each.
  static func configuration(
    _ base: RunConfiguration, _ trial: SearchPlan.Trial, seed: Int, rungs: [Int], totalSteps: Int? = nil
  ) throws -> RunConfiguration {
    var configuration = base
    configuration.seed = seed
    for setting in trial.settings { try configuration.set(setting.key, to: setting.value) }
    configuration.name = trial.folder
    if let totalSteps, let first = rungs.first, first > 1 {
      let steps = max(1, totalSteps / first)
      let every = configuration.training.evaluateEvery
      if every == 0 || every > steps { configuration.training.evaluateEvery = steps }
    }
    return configuration
  }

  /// Folders of a trial's runs, one a seed.
  func folders(of trial: SearchPlan.Trial) -> [String] {
    (0..<plan.seeds).map { $0 == 0 ? trial.folder : "\(trial.folder)-seed-\($0 + 1)" }
  }
}
