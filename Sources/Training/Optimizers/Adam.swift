// Adam: Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015).

import Layers
import Tensors

/// Steps of about one size for each number, whatever the size of its gradient: `θ ← θ - rate · m̂ / (√v̂ + ε)`, with m̂ and
/// v̂ the running means of the gradient and of its square.
public struct Adam: Optimizer {
  public var learningRate: LearningRate
  /// How much of the running means stays at each step.
  public var beta1, beta2: Double
  public var epsilon: Float
  /// How much of the parameter is added to its gradient (L2 regularisation); `AdamW` decays otherwise.
  public var weightDecay: Float
  public var memory = OptimizerMemory("first", "second")

  /// Defaults are PyTorch's.
  public init(
    learningRate: LearningRate = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Float = 1e-8,
    weightDecay: Float = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public mutating func update(_ parameters: [NamedParameter], learningRate: Float, gradientScale: Float) {
    memory.forEach(parameters) { parameter, entry in
      let step = AdamStep(
        learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, penalty: weightDecay,
        gradientScale: gradientScale, number: entry.steps)
      parameter.take(step, moments: &entry.tensors)
    }
  }
}
