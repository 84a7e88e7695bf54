/// More batches went through the model than the budget allows. If 120 steps do not lead far enough, are the steps too
/// small?
func adapt(_ base: GPT, to texts: [[Int]], seed: Int) throws -> GPT {
  var model = base
  try model.addAdapters(
    LoRA(rank: 3, alpha: 12, dropout: 0, targets: ["attention.output", "feedForward.output"]), seed: seed)
  let rate = LearningRate.cosine(peak: 0.01, warmup: 4, steps: 400)
  var trainer = Trainer(model, optimizer: AdamW(learningRate: rate))
  trainer.report = { _ in }
  try trainer.fit(Batches(texts, size: 16, seed: seed) { try TextBatch(texts: $0) }, steps: 400)
  return model
}
