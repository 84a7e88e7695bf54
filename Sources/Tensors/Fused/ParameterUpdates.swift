// Changing parameters by their gradients, in place and in one pass. Which numbers an optimizer uses, and why, is in the
// module Training.

/// One step of Adam (Kingma and Ba 2015), for one parameter.
package struct AdamStep {
  package var learningRate, epsilon: Float
  /// In double precision, in which 1 - β₂ is not lost.
  package var beta1, beta2: Double
  /// Part of the gradient: as much of the parameter is added to it.
  package var penalty: Float = 0
  /// Decoupled from it (Loshchilov and Hutter 2019): the parameter shrinks by this share of the learning rate.
  package var decay: Float = 0
  package var gradientScale: Float
  /// Which step of this parameter it is, from 1: moments that began at 0 are too small at first.
  package var number: Int

  package init(
    learningRate: Float, beta1: Double, beta2: Double, epsilon: Float, penalty: Float = 0, decay: Float = 0,
    gradientScale: Float, number: Int
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.penalty = penalty
    self.decay = decay
    self.gradientScale = gradientScale
    self.number = number
  }

  fileprivate var kernel: AdamKernelStep {
    AdamKernelStep(
      gradientScale: gradientScale, penalty: penalty, keep: 1 - learningRate * decay, firstShare: Float(1 - beta1),
      secondShare: Float(1 - beta2), rate: Float(Double(learningRate) / (1 - power(beta1, number))),
      secondCorrection: Float(1 / (1 - power(beta2, number)).squareRoot()), epsilon: epsilon)
  }
}

/// One step of gradient descent, for one parameter.
package struct DescentStep {
  package var learningRate, momentum, penalty, gradientScale: Float
  package var isNesterov: Bool

  package init(learningRate: Float, momentum: Float, isNesterov: Bool, penalty: Float, gradientScale: Float) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.penalty = penalty
    self.gradientScale = gradientScale
  }

  fileprivate var kernel: DescentKernelStep {
    DescentKernelStep(
      gradientScale: gradientScale, penalty: penalty, rate: learningRate, momentum: momentum,
      lookahead: isNesterov ? momentum : 1, direct: isNesterov ? 1 : 0)
  }
}

extension Parameter {
  /// Moves the value by its gradient, and the moments with it; does nothing without a gradient.
  ///
  /// - Parameter moments: the first and the second, each of the value's shape.
  package func take(_ step: AdamStep, moments: inout [Tensor]) {
    guard let gradient else { return }
    precondition(moments.count == 2 && moments.allSatisfy { $0.shape == value.shape }, "moments of \(value.shape)")
    var kernel = step.kernel
    value.change { value in
      moments.withUnsafeMutableBufferPointer { moments in
        moments[0].change { first in
          moments[1].change { second in ck_adam(gradient.count, &kernel, gradient.memory, value, first, second) }
        }
      }
    }
  }

  /// Moves the value by its gradient, and the velocity with it; does nothing without a gradient.
  ///
  /// - Parameter velocity: one tensor of the value's shape; none without momentum.
  package func take(_ step: DescentStep, velocity: inout [Tensor]) {
    guard let gradient else { return }
    precondition(velocity.count <= 1 && velocity.allSatisfy { $0.shape == value.shape }, "velocity of \(value.shape)")
    var kernel = step.kernel
    value.change { value in
      if velocity.isEmpty {
        ck_descend(gradient.count, &kernel, gradient.memory, value, nil)
      } else {
        velocity[0].change { ck_descend(gradient.count, &kernel, gradient.memory, value, $0) }
      }
    }
  }
}

extension Tensor {
  /// The sum of the squares of all elements, in double precision.
  package var squaredNorm: Double { ck_squared_norm(count, memory) }
}

private func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, factor, rest) = (1.0, base, exponent)
  while rest > 0 {
    if rest % 2 == 1 { result *= factor }
    factor *= factor
    rest /= 2
  }
  return result
}
