// The loss of a model that turns texts into vectors.
import Layers
import Models
import Tensors

extension BERT {
  /// How badly the vectors of `embed` tell which texts belong together, in nats; shape `[]`.
  ///
  /// Each text chooses among the other side's: the mean of `-log softmax(cosines / temperature)[its own]`, from the firsts
  /// to the seconds and back (InfoNCE: van den Oord et al. 2018; in both directions: Radford et al. 2021). Guessing costs
  /// `log(pairs)`. Throws ``ModelInputError`` for tokens that the model cannot read.
  ///
  /// ```swift
  /// var trainer = Trainer(model, optimizer: AdamW(learningRate: 1e-3)) { try $0.contrastiveLoss($1) }
  /// ```
  ///
  /// - Parameter temperature: the smaller, the more the nearest of the wrong texts counts; above 0.
  public func contrastiveLoss(_ batch: PairBatch, temperature: Float = 0.05) throws -> Tensor {
    guard temperature > 0 else { stop("contrastiveLoss: the temperature is \(temperature); it must be above 0") }
    try check(batch.firsts)
    try check(batch.seconds)
    let pairs = batch.firsts.batch
    let cosines = embed(batch.firsts).matmul(embed(batch.seconds).transposed())  // [pairs, pairs]
    let hidden = Tensor(batch.areAlike.map { $0 ? -1e9 : 0 }).reshaped(pairs, pairs)
    let logits = cosines / temperature + hidden
    let own = Array(0..<pairs)
    return (crossEntropy(logits: logits, targets: own) + crossEntropy(logits: logits.transposed(), targets: own)) / 2
  }
}
