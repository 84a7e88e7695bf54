// A classifier on the vectors of a frozen model, from few labels.

/// The class of each new text.
///
/// - Parameters:
///   - new: `[new texts, channels]`
///   - vectors: `[texts, channels]`
///   - labels: the class of each text, 0 to `classes - 1`; each class occurs.
/// - Returns: a class for each row of `new`.
func classify(_ new: Tensor, vectors: Tensor, labels: [Int], classes: Int) throws -> [Int] {
  var initializer = Initializer(seed: 1)
  let head = Linear(inputs: vectors.shape[1], outputs: classes, using: &initializer)
  let optimizer = AdamW(learningRate: 0.05, weightDecay: 0.02)
  var trainer = Trainer(head, optimizer: optimizer) { (head: Linear, places: [Int]) in
    crossEntropy(logits: head(vectors[places]), targets: places.map { labels[$0] })
  }
  for _ in 0..<400 { try trainer.step(on: [Array(labels.indices)]) }
  return head(new).argmax(axis: -1).scalars.map { Int($0) }
}
