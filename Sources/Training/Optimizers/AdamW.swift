// Adam with weight decay beside the gradient: Loshchilov and Hutter, "Decoupled Weight Decay Regularization" (2019).
// What transformers are trained with.

import Layers
import Tensors

/// Adam, and parameters that shrink a little at each step, whatever their gradient:
/// `θ ← θ - rate · (m̂ / (√v̂ + ε) + decay · θ)`, with m̂ and v̂ the running means of the gradient and of its square.
public struct AdamW: Optimizer {
  public var learningRate: LearningRate
  /// How much of the running means stays at each step.
  public var beta1, beta2: Double
  public var epsilon: Float
  public var weightDecay: Float
  /// Whether only parameters of two axes and more shrink: no biases and no norms.
  public var decaysOnlyMatrices: Bool
  public var memory = OptimizerMemory("first", "second")

  /// Defaults are PyTorch's.
  public init(
    learningRate: LearningRate = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Float = 1e-8,
    weightDecay: Float = 0.01, decaysOnlyMatrices: Bool = false
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decaysOnlyMatrices = decaysOnlyMatrices
  }

  public mutating func update(_ parameters: [NamedParameter], learningRate: Float, gradientScale: Float) {
    memory.forEach(parameters) { parameter, entry in
      let decays = !decaysOnlyMatrices || parameter.value.rank >= 2
      let step = AdamStep(
        learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, decay: decays ? weightDecay : 0,
        gradientScale: gradientScale, number: entry.steps)
      parameter.take(step, moments: &entry.tensors)
    }
  }
}
