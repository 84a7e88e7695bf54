// What a kind of problem must say so that a run can learn it. LanguageModelProblem is the plainest one.
public import Evaluation
public import Models
public import Tensors
public import Training

/// From rows to examples, from examples to a loss, and how the result is judged.
///
/// The runner does everything else: it divides the data, freezes or adapts the model, makes steps, evaluates, writes
/// checkpoints and the log. A problem is asked for the same example of the same row every time.
public protocol ProblemType {
  associatedtype Learner: Model
  associatedtype Example
  associatedtype Batch: TrainingBatch

  /// The configuration with what its data decide filled in: a template that fits their columns, for example.
  ///
  /// - Parameter columns: those that rows may have, usual names included.
  static func completed(_ configuration: RunConfiguration, columns: [String]) -> RunConfiguration

  /// Settings to begin with, for `lectern train --template`.
  ///
  /// - Parameter usual: those of fine-tuning.
  static func template(_ usual: RunConfiguration) -> RunConfiguration

  /// The columns without which a row is of no use, each with the key that asks for it. Throws what is wrong with the
  /// templates.
  static func neededColumns(_ configuration: RunConfiguration) throws(RunProblems) -> [(column: String, key: String)]

  /// Reads or makes the model and its tokenizer. Throws ``RunProblems``, or why the base cannot be read.
  ///
  /// - Parameter base: the folder of the model that `base` names; nil if it names none.
  init(_ configuration: RunConfiguration, data: RunData, base: String?) throws

  /// The configuration, completed once more by what model and data say: the labels, for example.
  var configuration: RunConfiguration { get }

  /// What learns. The runner freezes it or puts adapters on it before the first step.
  var learner: Learner { get set }

  /// Whether a parameter, by its name, learns whatever the method: those that the base did not have.
  func isNew(_ parameter: String) -> Bool

  /// What the row teaches: mostly one example, of a long text several. Throws what keeps the row from being learnt, with
  /// the key that would help.
  func examples(of row: RunRow) throws(RunProblem) -> [Example]

  /// Throws what ``Trainer`` throws.
  func batch(_ examples: [Example]) throws -> Batch

  /// The mean over the targets of the batch, shape `[]`.
  func loss(_ learner: Learner, _ batch: Batch) throws -> Tensor

  /// The row as the model sees it.
  func view(of row: RunRow) throws(RunProblem) -> ExampleView

  /// What the model makes of rows: measures with their intervals, and each row. `shouldStop` is asked between rows; when
  /// it says so, `CancellationError` is thrown.
  func judgement(of learner: Learner, on rows: [RunRow], shouldStop: () -> Bool) throws -> Judgement

  /// What was learnt of the last batch beside its loss: for preferences the margin of the rewards. Nil for none.
  var rewardMargin: Double? { get }

  /// Writes a model without adapters in Hugging Face layout, with its tokenizer.
  func save(_ learner: Learner, to folder: String) throws
}

extension ProblemType {
  public static func completed(_ configuration: RunConfiguration, columns: [String]) -> RunConfiguration {
    configuration
  }

  public static func template(_ usual: RunConfiguration) -> RunConfiguration { usual }

  public func isNew(_ parameter: String) -> Bool { false }

  public var rewardMargin: Double? { nil }
}

/// What came of judging a model on some rows.
public struct Judgement: Sendable {
  public var metrics: [String: Estimate]
  /// In the order of the rows.
  public var samples: [RunSample]
  /// Of preferences: the mean difference of rewards.
  public var rewardMargin: Double?

  public init(metrics: [String: Estimate] = [:], samples: [RunSample] = [], rewardMargin: Double? = nil) {
    self.metrics = metrics
    self.samples = samples
    self.rewardMargin = rewardMargin
  }
}

extension RunConfiguration.Problem {
  /// Who learns it.
  var type: any ProblemType.Type {
    switch self {
    case .languageModel: LanguageModelProblem.self
    case .classification: ClassificationProblem.self
    case .regression: RegressionProblem.self
    case .sequenceToSequence: SequenceToSequenceProblem.self
    case .preference: PreferenceProblem.self
    }
  }
}
