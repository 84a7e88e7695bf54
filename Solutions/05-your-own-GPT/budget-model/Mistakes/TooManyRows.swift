/// More rows go through the model than the budget allows: it is steps times the size of a batch.
func settings() -> String {
  """
  data: {train: train.jsonl, validation: held-out.jsonl}
  template: {mostTokens: 96}
  tuning: {method: scratch}
  model: {layers: 1, heads: 2, channels: 40, contextLength: 96, vocabularySize: 480}
  training: {steps: 200, batchSize: 16, learningRate: 0.01}
  """
}
