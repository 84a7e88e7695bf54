// The loss of a classifier, from logits.

/// The mean of `-log softmax(logits)[target]`, in nats; shape `[]`.
///
/// - Parameters:
///   - logits: `[…, classes]`
///   - targets: a class for each row of the logits, in row-major order.
///   - ignoring: rows with this target do not count; NaN if none is left.
public func crossEntropy(logits: Tensor, targets: [Int], ignoring ignored: Int = -100) -> Tensor {
  guard let classes = logits.shape.last, targets.count == Shape.count(Array(logits.shape.dropLast())) else {
    stop("crossEntropy: the logits \(logits.shape) need a target for each row; there are \(targets.count)")
  }
  for target in targets where target != ignored && !(0..<classes).contains(target) {
    stop("crossEntropy: the target \(target) is none of the \(classes) classes")
  }
  let rows = targets.count
  // A row that does not count has the class -1.
  let targets = targets.map { $0 == ignored ? -1 : $0 }
  let counted = targets.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
  // Of each row, log Σ exp(logits).
  let sums = Storage(count: rows)
  ck_log_sum_exp(rows, classes, logits.memory, sums.memory)
  var total = 0.0
  for (row, target) in targets.enumerated() where target >= 0 {
    total += Double(sums.memory[row]) - Double(logits.memory[row * classes + target])
  }
  let loss = Tensor(Float(total / Double(counted)))
  return loss.recorded(from: logits) { gradient, inputs in  // loss = Σ (log Σ exp(x) - x[target]) / counted
    inputs.accumulate(0) { target, isFirst in
      ck_cross_entropy_gradient(
        rows, classes, logits.memory, sums.memory, targets, gradient.item() / Float(Swift.max(counted, 1)),
        isFirst ? 0 : 1, target)
    }
  }
}
