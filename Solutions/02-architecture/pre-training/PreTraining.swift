// Training a small language model: the batch, the step, and the loop.

/// Windows of a text, and for each token in them the one that follows it.
///
/// - Parameters:
///   - starts: where each window begins; `start + time` is a place in the text.
///   - time: tokens in a window.
/// - Returns: tokens and targets, `[starts.count][time]` each.
func trainingBatch(of text: [Int], starts: [Int], time: Int) -> TextBatch {
  TextBatch(
    tokens: TokenBatch(starts.map { Array(text[$0..<$0 + time]) }),
    targets: starts.map { Array(text[$0 + 1...$0 + time]) })
}

/// One step: the model learns from a batch, and gradients that were there before do not matter.
///
/// - Returns: the loss before the update.
func trainingStep(_ model: GPT, on batch: TextBatch, optimizer: inout AdamW, learningRate: Float) throws -> Float {
  for named in model.parameters { named.parameter.gradient = nil }
  let loss = try model.loss(batch)
  loss.backward()
  optimizer.update(model.parameters, learningRate: learningRate, gradientScale: 1)
  return loss.item()
}

/// Trains the model on a text, in that many steps at most.
///
/// - Parameter seed: of the places that windows are taken from.
func train(_ model: GPT, on text: [Int], steps: Int, seed: Int) throws {
  let time = model.configuration.contextLength
  var random = SeededRandom(seed: seed)
  var optimizer = AdamW()
  for step in 0..<steps {
    let starts = (0..<16).map { _ in Int.random(in: 0..<text.count - time, using: &random) }
    let batch = trainingBatch(of: text, starts: starts, time: time)
    // Large steps first, small ones at the end.
    let rate = 0.01 * (1 - Float(step) / Float(steps))
    _ = try trainingStep(model, on: batch, optimizer: &optimizer, learningRate: rate)
  }
}
