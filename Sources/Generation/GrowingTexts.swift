// What generating needs of a model: texts that grow, and the logits at their ends.

import Layers
import Models
import Tensors

/// Texts that a model goes on with, all at once, and what it remembers of them. A copy goes its own way.
protocol GrowingTexts {
  /// Adds tokens at the end of each text, at first the prompts; then the same number to each.
  ///
  /// - Returns: the logits of the token that follows each text, `[texts, vocabularySize]`.
  mutating func read(_ tokens: [[Int]]) throws -> Tensor

  /// Keeps the texts with these numbers, in this order, also more than once.
  mutating func select(_ texts: [Int])
}

/// Texts that a GPT goes on with, for as long as one likes: when one fills the context, its older half is forgotten.
///
/// A window that moves by one token would have to be read again for each: every token would get another position.
struct GPTTexts: GrowingTexts {
  let model: GPT
  /// What the model sees of each text: at most the context.
  private var windows: [[Int]] = []
  private var cache = KeyValueCache()

  init(_ model: GPT) { self.model = model }

  mutating func read(_ tokens: [[Int]]) throws -> Tensor {
    if windows.isEmpty { windows = tokens.map { _ in [] } }
    let contextLength = model.configuration.contextLength
    var isFull = cache.time + (tokens.first?.count ?? 0) > contextLength
    for row in windows.indices {
      windows[row] += tokens[row]
      guard windows[row].count > contextLength else { continue }
      windows[row].removeFirst(windows[row].count - max(1, contextLength / 2))
      isFull = true
    }
    guard isFull else { return try model.logits(for: TokenBatch(padding: tokens, on: .left), cache: &cache) }
    cache = KeyValueCache()
    return try model.logits(for: TokenBatch(padding: windows, on: .left), cache: &cache)
  }

  mutating func select(_ texts: [Int]) {
    windows = texts.map { windows[$0] }
    cache.select(texts)
  }
}
