// Everything that makes a run, as its YAML file has it. Paths are as the file writes them: beside the file.

/// One training run: what is learnt, from what, and how.
public struct RunConfiguration: Equatable, Sendable {
  public enum Problem: String, CaseIterable, Sendable {
    /// Foresee the next token of a text, or of the answer to a prompt.
    case languageModel
    /// One of a set of labels; two are binary.
    case classification
    /// A number.
    case regression
    /// One text from another, by an encoder-decoder.
    case sequenceToSequence
    /// Of two answers the better one.
    case preference
  }

  public var name = "run"
  public var problem = Problem.languageModel
  public var seed = 1
  /// The model to start from: a folder, an installed model, or a finished run; empty from scratch.
  public var base = ""
  public var data = DataSection()
  public var template = TemplateSection()
  /// Sizes of a model from scratch.
  public var model = ModelSection()
  public var tuning = TuningSection()
  public var training = TrainingSection()
  public var preference = PreferenceSection()
  public var evaluation = EvaluationSection()

  public init() {}

  public struct DataSection: Equatable, Sendable {
    /// JSONL, CSV, or plain text.
    public var train = ""
    /// Empty: a share of the training file.
    public var validation = ""
    public var validationShare = 0.1
    /// Columns of the file, by the names that the template and the problem use; `prompt`, `answer`, `label`, `chosen`,
    /// `rejected`. Empty: found by their usual names.
    public var columns: [String: String] = [:]
    /// The labels of a classification, in their order; empty: those in the data.
    public var labels: [String] = []
    /// At most so many rows; 0 for all.
    public var mostRows = 0
    public init() {}
  }

  public struct TemplateSection: Equatable, Sendable {
    /// With `{column}` where a column's text goes.
    public var prompt = "Question: {prompt}\nAnswer:"
    public var answer = " {answer}"
    /// Whether the end-of-text token follows the answer.
    public var endsText = true
    /// Whether only the answer is learnt.
    public var masksPrompt = true
    /// More tokens are cut, from the beginning of the prompt.
    public var mostTokens = 128
    public init() {}
  }

  public struct ModelSection: Equatable, Sendable {
    public var layers = 4
    public var heads = 4
    public var channels = 128
    public var contextLength = 128
    /// Of the tokenizer that is trained on the data.
    public var vocabularySize = 1024
    public var dropout = 0.0
    public init() {}
  }

  public struct TuningSection: Equatable, Sendable {
    public enum Method: String, CaseIterable, Sendable {
      /// A new model.
      case scratch
      /// All parameters.
      case full
      /// All but the first `frozenLayers` blocks and the embeddings.
      case frozen
      case lora
    }
    public enum Weights: String, CaseIterable, Sendable { case float32, int8, int4 }
    public var method = Method.lora
    public var rank = 4
    public var alpha = 16.0
    public var dropout = 0.05
    /// Ends of names of linear layers; empty for all.
    public var targets: [String] = []
    /// Scale by `alpha / √rank`.
    public var rankStabilized = false
    public var frozenLayers = 0
    /// What the frozen weights are rounded to before training.
    public var weights = Weights.float32
    public init() {}
  }

  public struct TrainingSection: Equatable, Sendable {
    public enum Optimizer: String, CaseIterable, Sendable { case sgd, adam, adamW }
    public enum Schedule: String, CaseIterable, Sendable { case constant, linear, cosine }
    public var optimizer = Optimizer.adamW
    public var learningRate = 0.001
    public var schedule = Schedule.cosine
    public var warmup = 10
    /// Passes through the data; used if `steps` is 0.
    public var epochs = 3.0
    public var steps = 0
    public var batchSize = 16
    public var accumulation = 1
    /// 0: none.
    public var clipping = 1.0
    public var weightDecay = 0.01
    /// 0: at the end only.
    public var evaluateEvery = 0
    /// 0: never stop early.
    public var patience = 0
    public var checkpointEvery = 100
    public enum ClassWeights: String, CaseIterable, Sendable { case equal, balanced }
    /// Of a classification: whether all rows count the same, or all labels, however rare.
    public var classWeights = ClassWeights.equal
    public init() {}
  }

  public struct PreferenceSection: Equatable, Sendable {
    public enum Loss: String, CaseIterable, Sendable { case dpo, ipo, hinge, kto, simpo }
    public var loss = Loss.dpo
    public var beta = 0.1
    /// SimPO's target margin.
    public var margin = 0.5
    public init() {}
  }

  public struct EvaluationSection: Equatable, Sendable {
    /// Names of metrics on generated answers: `exact`, `f1`, `bleu`, …
    public var metrics: [String] = ["exact"]
    /// How many validation rows are answered after each evaluation; 0 for none.
    public var rows = 50
    /// Of an answer, at most.
    public var answerTokens = 40
    /// Of sequence to sequence: how many beginnings of an answer are kept open.
    public var beams = 1
    public init() {}
  }
}
