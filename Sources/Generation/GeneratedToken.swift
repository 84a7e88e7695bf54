// A token as it comes.

import Tensors

/// A token that `generate` has just chosen, and what the model thought of it and of the others.
public struct GeneratedToken: Sendable {
  /// Which of the prompts it goes on from, counted from 0.
  public let sequence: Int
  /// Its place among the new tokens of its text, counted from 0.
  public let place: Int
  public let id: Int
  /// What the model computed, after the repetition penalty and before temperature and filters: `[vocabularySize]`.
  public let logits: Tensor

  /// How likely the model held the token: `softmax(logits)` there. What it was drawn with is
  /// `sampling.probabilities(token.logits)`.
  public var probability: Float { logits.softmax()[id].item() }

  /// The tokens that the model held likeliest, with their probabilities, the likeliest first.
  public func candidates(_ count: Int) -> [(id: Int, probability: Float)] {
    let probabilities = logits.softmax().scalars
    return logits.scalars.indicesOfLargest(count).map { ($0, probabilities[$0]) }
  }
}
