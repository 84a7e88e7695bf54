/// Gradients of earlier steps are still there, and the new ones are added to them: the model goes on in directions that
/// no longer help. What should happen to them before the loss goes backward?
func trainingBatch(of text: [Int], starts: [Int], time: Int) -> TextBatch {
  TextBatch(
    tokens: TokenBatch(starts.map { Array(text[$0..<$0 + time]) }),
    targets: starts.map { Array(text[$0 + 1...$0 + time]) })
}

func trainingStep(_ model: GPT, on batch: TextBatch, optimizer: inout AdamW, learningRate: Float) throws -> Float {
  let loss = try model.loss(batch)
  loss.backward()
  optimizer.update(model.parameters, learningRate: learningRate, gradientScale: 1)
  return loss.item()
}

func train(_ model: GPT, on text: [Int], steps: Int, seed: Int) throws {
  let time = model.configuration.contextLength
  var random = SeededRandom(seed: seed)
  var optimizer = AdamW()
  for step in 0..<steps {
    let starts = (0..<16).map { _ in Int.random(in: 0..<text.count - time, using: &random) }
    let batch = trainingBatch(of: text, starts: starts, time: time)
    let rate = 0.01 * (1 - Float(step) / Float(steps))
    _ = try trainingStep(model, on: batch, optimizer: &optimizer, learningRate: rate)
  }
}
