// Two answers to one prompt, of which people prefer the first.
import Models
import Tensors

/// A prompt with the better and the worse of two answers, as tokens.
///
/// ```swift
/// let pairs = try pairs.scored(by: model)          // once: the model before training is the reference
/// let batches = try Batches(pairs, size: 8, seed: 1) { try PreferenceBatch($0) }
/// var trainer = Trainer(model, optimizer: AdamW(learningRate: 1e-4)) { try $0.preferenceLoss($1, .dpo()) }
/// ```
public struct PreferencePair: Sendable, Hashable {
  public var prompt, chosen, rejected: [Int]
  /// `log p(answer | prompt)` of both answers by the reference model, in nats; nil before it was asked.
  public var reference: Reference?

  public struct Reference: Sendable, Hashable {
    public var chosen, rejected: Float

    public init(chosen: Float, rejected: Float) {
      self.chosen = chosen
      self.rejected = rejected
    }
  }

  public init(prompt: [Int], chosen: [Int], rejected: [Int], reference: Reference? = nil) {
    self.prompt = prompt
    self.chosen = chosen
    self.rejected = rejected
    self.reference = reference
  }
}

extension [PreferencePair] {
  /// The pairs with what a model makes of their answers. It is asked once, before training: the reference stays as it is
  /// while the policy, which begins as a copy of it, goes on. Throws ``BatchError`` and ``ModelInputError``.
  ///
  /// - Parameter size: how many pairs go through the model together.
  public func scored(by reference: GPT, size: Int = 8) throws -> [PreferencePair] {
    var scored = self
    try Tensor.withoutGradients {
      for start in stride(from: 0, to: count, by: Swift.max(1, size)) {
        let places = start..<Swift.min(count, start + Swift.max(1, size))
        let scores = try reference.scores(of: PreferenceBatch(self[places].map { $0 }))
        for (place, (chosen, rejected)) in zip(places, zip(scores.chosen.scalars, scores.rejected.scalars)) {
          scored[place].reference = .init(chosen: chosen, rejected: rejected)
        }
      }
    }
    return scored
  }
}
