// How far training is, as values.

/// What a step found on its way.
public struct StepOutcome: Sendable {
  /// Before the update.
  public var loss: Float
  /// Before clipping.
  public var gradientNorm: Float
  public var learningRate: Float
  public var tokens: Int
}

/// What a trainer reports after each step.
public struct TrainingProgress: Sendable {
  /// How many steps have been made, and how many it will be.
  public var step, total: Int
  /// The mean over the targets of the step, before its update.
  public var loss: Float
  /// That of the latest evaluation; nil before the first.
  public var heldOutLoss: Float?
  public var learningRate: Float
  /// The length of the gradient, before it was clipped.
  public var gradientNorm: Float
  /// On average since `fit` was called.
  public var tokensPerSecond: Double
  /// How long it will take if it goes on like this.
  public var secondsLeft: Double
  /// Where `fit` was called.
  public var file: StaticString
  public var line: Int

  /// What a trainer without a `report` of its own calls: set once by the program it runs in, to draw it.
  nonisolated(unsafe) public static var report: ((TrainingProgress) -> Void)?
}

/// What a call of `fit` did.
public struct TrainingResult: Sendable {
  public enum Ending: String, Sendable {
    case completed
    /// `shouldStop` asked for it.
    case interrupted
    /// The held-out loss had not fallen for as many evaluations as there was patience for.
    case stoppedEarly = "stopped early"
  }

  public struct HeldOutLoss: Sendable, Equatable {
    /// After how many steps.
    public var step: Int
    public var loss: Float
  }

  /// The loss of each step of this call.
  public internal(set) var losses: [Float] = []
  public internal(set) var heldOutLosses: [HeldOutLoss] = []
  public internal(set) var ending = Ending.completed
}

extension TrainingResult: CustomStringConvertible {
  public var description: String {
    guard let first = losses.first, let last = losses.last else { return "no step was made" }
    let heldOut = heldOutLosses.last.map { ", held-out \($0.loss.short)" } ?? ""
    return "\(losses.count) steps, \(ending.rawValue): loss \(first.short) → \(last.short)\(heldOut)"
  }
}

extension Float {
  /// With at most three decimals.
  var short: Float { (self * 1000).rounded() / 1000 }
}
