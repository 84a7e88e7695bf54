/// There are more numbers in your adapters than the budget allows. Each layer with an adapter costs rank · (inputs +
/// outputs): which layers need one, and how high a rank?
func adapt(_ base: GPT, to texts: [[Int]], seed: Int) throws -> GPT {
  var model = base
  try model.addAdapters(
    LoRA(rank: 4, alpha: 16, dropout: 0, targets: nil), seed: seed)
  let rate = LearningRate.cosine(peak: 0.04, warmup: 4, steps: 120)
  var trainer = Trainer(model, optimizer: AdamW(learningRate: rate))
  trainer.report = { _ in }
  try trainer.fit(Batches(texts, size: 16, seed: seed) { try TextBatch(texts: $0) }, steps: 120)
  return model
}
