// Training a small language model: the batch, the step, and the loop.

/// Windows of a text, and for each token in them the one that follows it.
///
/// - Parameters:
///   - starts: where each window begins; `start + time` is a place in the text.
///   - time: tokens in a window.
/// - Returns: tokens and targets, `[starts.count][time]` each.
func trainingBatch(of text: [Int], starts: [Int], time: Int) -> TextBatch {
  // TODO(pre-training): the tokens of each window, and their followers.
  TextBatch(tokens: TokenBatch([[0]]), targets: [[0]])
}

/// One step: the model learns from a batch, and gradients that were there before do not matter.
///
/// - Returns: the loss before the update.
func trainingStep(_ model: GPT, on batch: TextBatch, optimizer: inout AdamW, learningRate: Float) throws -> Float {
  // TODO(pre-training): forget, forward, backward, update.
  -1
}

/// Trains the model on a text, in that many steps at most.
///
/// - Parameter seed: of the places that windows are taken from.
func train(_ model: GPT, on text: [Int], steps: Int, seed: Int) throws {
  // TODO(pre-training): random windows, and a step for each batch of them.
}
