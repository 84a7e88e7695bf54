/// The adapters are there, and none of them has learnt: no batch went through the model. A new adapter changes nothing.
func adapt(_ base: GPT, to texts: [[Int]], seed: Int) throws -> GPT {
  var model = base
  try model.addAdapters(
    LoRA(rank: 3, alpha: 12, dropout: 0, targets: ["attention.output", "feedForward.output"]), seed: seed)
  return model
}
