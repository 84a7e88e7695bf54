// What a run writes about itself, line by line and at its end.
public import Evaluation

/// One line of log.jsonl: a step, or an evaluation after one.
public struct RunLogLine: Codable, Equatable, Sendable {
  public var step: Int
  public var loss: Double?
  public var learningRate: Double?
  public var gradientNorm: Double?
  public var tokensPerSecond: Double?
  public var validationLoss: Double?
  public var metrics: [String: Estimate]?
  /// Of preference runs: the mean difference of the rewards of the better and the worse answer.
  public var rewardMargin: Double?

  public init(step: Int) { self.step = step }
}

/// run.json: how a run stands.
public struct RunState: Codable, Equatable, Sendable {
  public enum Status: String, Codable, Sendable {
    case running, finished, stoppedEarly, interrupted, diverged
  }
  public var status: Status
  public var name: String
  public var problem: String
  public var steps: Int
  public var totalSteps: Int
  public var trainingRows: Int
  public var validationRows: Int
  public var parameters: Int
  public var trainableParameters: Int
  public var bestStep: Int?
  public var bestLoss: Double?
  public var finalLoss: Double?
  /// Of the best model.
  public var metrics: [String: Estimate]
  /// How much more than the model had before it learnt, on the same rows.
  public var gains: [String: Estimate]
  /// SHA-256 of the base model's weights, empty from scratch; of the rows.
  public var baseChecksum: String
  public var dataChecksum: String
  /// Of all sessions together.
  public var seconds: Double
  /// Threads that it computed with: other numbers may round otherwise.
  public var threads: Int
  /// The run that this one repeats; nil if it repeats none.
  public var repeated: Repetition?

  /// How far a run came out as another of the same configuration.
  public struct Repetition: Codable, Equatable, Sendable {
    /// The other's folder.
    public var run: String
    /// How many steps have equal losses, to the last bit.
    public var equalLosses: Int
    /// The first step whose losses differ, or that one of both has not; nil if all are equal.
    public var firstDifferentStep: Int?

    public init(run: String, equalLosses: Int, firstDifferentStep: Int?) {
      (self.run, self.equalLosses, self.firstDifferentStep) = (run, equalLosses, firstDifferentStep)
    }
  }
}

/// One line of samples.jsonl.
public struct RunSample: Codable, Equatable, Sendable {
  public var row: Int
  public var prompt: String
  public var expected: String
  public var answer: String
  public var loss: Double
  public var scores: [String: Double]
}
