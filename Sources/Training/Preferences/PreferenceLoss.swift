// Learning from preferences without a reward model: each loss is a formula on the log-probabilities of two answers.
// Here π is the model that learns, ref the one it began as, w the chosen and l the rejected answer to the prompt x.
import Tensors

/// What it costs a model not to prefer the chosen answer.
public enum PreferenceLoss: Sendable, Equatable {
  /// Rafailov et al., "Direct Preference Optimization" (2023), eq. 7. The smaller `beta`, the farther the model may go
  /// from its reference.
  case dpo(beta: Float = 0.1)
  /// Azar et al., "A General Theoretical Paradigm to Understand Learning from Human Preferences" (2023), eq. 17; its τ is
  /// `beta`. Aims at a difference of `1 / (2 · beta)` nats and at no more, so that certain preferences do not run away.
  case ipo(beta: Float = 0.1)
  /// Zhao et al., "SLiC-HF" (2023), on the rewards of DPO: nothing is to learn once they differ by 1.
  case hinge(beta: Float = 0.1)
  /// Ethayarajh et al., "KTO" (2024), eq. 8, with λ = 1, on pairs: each answer is judged by itself, against how far the
  /// model has gone from its reference on the answers of the other kind.
  case kto(beta: Float = 0.1)
  /// Meng et al., "SimPO" (2024), eq. 6: no reference, but the mean over an answer's tokens, so that length does not pay;
  /// `margin` is its γ. The authors take `beta` from 2 to 2.5 and `margin` from 0.3 to 1.6.
  case simpo(beta: Float = 2, margin: Float = 1)

  /// The loss of each pair, `[pairs]`. Stops if the loss needs a reference and the scores have none.
  public func losses(_ scores: PreferenceScores) -> Tensor {
    let (w, l) = rewards(scores)
    switch self {
    case .dpo:
      // -log σ(β log π(w|x)/ref(w|x) - β log π(l|x)/ref(l|x))
      return -(w - l).logSigmoid()
    case .ipo(let beta):
      // (log π(w|x)/ref(w|x) - log π(l|x)/ref(l|x) - 1 / 2τ)²
      return ((w - l) / beta - 1 / (2 * beta)).squared()
    case .hinge:
      // max(0, 1 - (β log π(w|x)/ref(w|x) - β log π(l|x)/ref(l|x)))
      return (1 - (w - l)).relu()
    case .kto:
      // 1 - σ(β log π(w|x)/ref(w|x) - z) and 1 - σ(z - β log π(l|x)/ref(l|x)); z = max(0, mean), not differentiated
      let zw = l.constant.mean().relu()
      let zl = w.constant.mean().relu()
      return (1 - (w - zw).sigmoid() + 1 - (zl - l).sigmoid()) / 2
    case .simpo(_, let margin):
      // -log σ(β/|w| log π(w|x) - β/|l| log π(l|x) - γ)
      return -(w - l - margin).logSigmoid()
    }
  }

  /// The reward of each answer that the model implies, `[pairs]`: `β log π(answer|x)/ref(answer|x)`, or for SimPO `β`
  /// times the mean `log π` of its tokens. Stops if the loss needs a reference and the scores have none.
  public func rewards(_ scores: PreferenceScores) -> (chosen: Tensor, rejected: Tensor) {
    switch self {
    case .dpo(let beta), .ipo(let beta), .hinge(let beta), .kto(let beta):
      guard let reference = scores.reference else { stop("PreferenceLoss: \(TrainingError.noReference)") }
      return ((scores.chosen - reference.chosen) * beta, (scores.rejected - reference.rejected) * beta)
    case .simpo(let beta, _):
      return (scores.chosen / scores.chosenCounts * beta, scores.rejected / scores.rejectedCounts * beta)
    }
  }

  /// Whether it compares with a reference model.
  public var needsReference: Bool { if case .simpo = self { false } else { true } }
}
