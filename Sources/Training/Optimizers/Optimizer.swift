// What turns gradients into better parameters.

import Layers
import Tensors

/// A rule for changing parameters, and what it remembers from step to step.
///
/// Optimizers are values: a copy goes on from where the original was.
public protocol Optimizer: Sendable, CustomStringConvertible {
  var learningRate: LearningRate { get }

  /// What a checkpoint must hold so that training goes on as if it had never stopped.
  var memory: OptimizerMemory { get set }

  /// Changes each parameter that has a gradient and is not frozen.
  ///
  /// - Parameters:
  ///   - learningRate: that of this step.
  ///   - gradientScale: what gradients are multiplied with first; below 1 it clips them.
  mutating func update(_ parameters: [NamedParameter], learningRate: Float, gradientScale: Float)
}
