/// The base itself has learnt. After addAdapters everything but the adapters is frozen; who sets it free again?
func adapt(_ base: GPT, to texts: [[Int]], seed: Int) throws -> GPT {
  var model = base
  try model.addAdapters(
    LoRA(rank: 3, alpha: 12, dropout: 0, targets: ["attention.output", "feedForward.output"]), seed: seed)
  model.freeze(false)
  let rate = LearningRate.cosine(peak: 0.04, warmup: 4, steps: 120)
  var trainer = Trainer(model, optimizer: AdamW(learningRate: rate))
  trainer.report = { _ in }
  try trainer.fit(Batches(texts, size: 16, seed: seed) { try TextBatch(texts: $0) }, steps: 120)
  return model
}
