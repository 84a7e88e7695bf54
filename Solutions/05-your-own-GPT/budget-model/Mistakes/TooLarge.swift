/// The model has more parameters than the budget allows. Most of them are in the blocks, where channels count squared.
func settings() -> String {
  """
  data: {train: train.jsonl, validation: held-out.jsonl}
  template: {mostTokens: 96}
  tuning: {method: scratch}
  model: {layers: 2, heads: 4, channels: 64, contextLength: 96, vocabularySize: 480}
  training: {steps: 200, batchSize: 4, learningRate: 0.01}
  """
}
