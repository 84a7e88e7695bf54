// Trainers and what they work with in words, for those who print one.

extension Trainer: CustomStringConvertible {
  public var description: String { "Trainer of \(Learner.self) with \(type(of: optimizer)), \(step) steps made" }
}

extension Batches: CustomStringConvertible {
  public var description: String { "\(count) batches a pass" }
}

extension OptimizerMemory: CustomStringConvertible {
  public var description: String {
    kinds.isEmpty ? "nothing" : "\(kinds.joined(separator: " and ")) of \(entries.count) parameters"
  }
}

extension SGD {
  public var description: String {
    let kind = momentum == 0 ? "" : isNesterov ? ", Nesterov's momentum \(momentum)" : ", momentum \(momentum)"
    return "SGD, learning rate \(learningRate)\(kind)\(decay(weightDecay))"
  }
}

extension Adam {
  public var description: String { "Adam, learning rate \(learningRate)\(decay(weightDecay))" }
}

extension AdamW {
  public var description: String {
    "AdamW, learning rate \(learningRate)\(decay(weightDecay))\(decaysOnlyMatrices ? " of matrices" : "")"
  }
}

private func decay(_ weightDecay: Float) -> String { weightDecay == 0 ? "" : ", weight decay \(weightDecay)" }

extension LearningRate: CustomStringConvertible {
  public var description: String {
    func falling(_ how: String, _ peak: Float, _ warmup: Int, _ steps: Int, _ floor: Float) -> String {
      "\(peak), \(how) to \(floor) at step \(steps)\(warmup == 0 ? "" : ", warm-up \(warmup)")"
    }
    return switch self {
    case .constant(let rate): "\(rate)"
    case .linear(let peak, let warmup, let steps, let floor): falling("falling evenly", peak, warmup, steps, floor)
    case .cosine(let peak, let warmup, let steps, let floor): falling("falling as a cosine", peak, warmup, steps, floor)
    }
  }
}

extension TrainingProgress: CustomStringConvertible {
  public var description: String {
    let heldOut = heldOutLoss.map { ", held-out \($0.short)" } ?? ""
    return "step \(step) of \(total): loss \(loss.short)\(heldOut), learning rate \(learningRate), gradient norm "
      + "\(gradientNorm.short), \(tokensPerSecond.whole) tokens a second, \(secondsLeft.whole) s left"
  }
}

extension Double {
  /// Without decimals.
  fileprivate var whole: String { Int(exactly: rounded()).map(String.init) ?? "\(self)" }
}
