// Gradient descent, with momentum as in Sutskever et al., "On the importance of initialization and momentum in deep
// learning" (2013).

import Layers
import Tensors

/// Steps against the gradient: `v ← momentum · v + g`, `θ ← θ - rate · v`. With Nesterov's momentum the step is
/// `rate · (momentum · v + g)`: the gradient as if the velocity had already acted.
public struct SGD: Optimizer {
  public var learningRate: LearningRate
  /// How much of the velocity stays at each step; 0: there is none.
  public let momentum: Float
  public var isNesterov: Bool
  /// How much of the parameter is added to its gradient.
  public var weightDecay: Float
  public var memory: OptimizerMemory

  public init(
    learningRate: LearningRate, momentum: Float = 0, isNesterov: Bool = false, weightDecay: Float = 0
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.weightDecay = weightDecay
    memory = momentum == 0 ? OptimizerMemory() : OptimizerMemory("velocity")
  }

  public mutating func update(_ parameters: [NamedParameter], learningRate: Float, gradientScale: Float) {
    memory.forEach(parameters) { parameter, entry in
      let step = DescentStep(
        learningRate: learningRate, momentum: momentum, isNesterov: isNesterov, penalty: weightDecay,
        gradientScale: gradientScale)
      parameter.take(step, velocity: &entry.tensors)
    }
  }
}
