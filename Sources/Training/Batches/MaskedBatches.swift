// Text for a model that reads from both sides: some tokens are hidden, and found again from what stands around them.

import Layers
import Models
import Tensors

extension Batches where Batch == TextBatch {
  /// Passes through texts of any lengths in which some tokens are hidden, `size` texts a batch: what BERT learns from
  /// (Devlin et al. 2018, section 3.1; its tokens that are exchanged or left as they are have been left out). Each pass
  /// has another order and hides other tokens. Only the hidden ones count. Throws ``BatchError``.
  ///
  /// - Parameters:
  ///   - mask: stands where a token is hidden.
  ///   - share: how many tokens of a text are hidden, of 1; at least one is.
  public static func masked(
    _ texts: [[Int]], with mask: Int, share: Float = 0.15, size: Int, seed: Int
  ) throws -> Batches {
    for (number, text) in texts.enumerated() where text.count < 2 {
      throw BatchError.textTooShort(number: number, tokens: text.count)
    }
    let order = try Batches<[[Int]]>(texts, size: size, seed: seed)
    return Batches(count: order.count) { number in
      let texts = try order[number]
      let time = texts.reduce(0) { max($0, $1.count) }
      var random = SeededRandom(seed: seed, number: number)
      var hidden = texts
      var targets = texts.map { _ in Array(repeating: TextBatch.ignored, count: time) }
      for (row, text) in texts.enumerated() {
        let count = max(1, Int((share * Float(text.count)).rounded()))
        for place in text.indices.shuffled(using: &random).prefix(count) {
          hidden[row][place] = mask
          targets[row][place] = text[place]
        }
      }
      return TextBatch(tokens: TokenBatch(padding: hidden), targets: targets)
    }
  }
}

extension BERT {
  /// The mean of `-log p(hidden token)`, in nats; shape `[]`. Throws if the batch does not fit the model. Stops if the
  /// model has no head for masked tokens.
  ///
  /// ```swift
  /// var trainer = Trainer(model, optimizer: AdamW()) { try $0.maskedLoss($1) }
  /// ```
  public func maskedLoss(_ batch: TextBatch) throws -> Tensor {
    try check(batch.tokens)
    try batch.check(classes: configuration.vocabularySize)
    return crossEntropy(
      logits: maskedLogits(batch.tokens), targets: batch.targets.flatMap { $0 }, ignoring: TextBatch.ignored)
  }
}
