/// The rows are spent in a few large batches, so there are hardly any steps. The same rows in smaller batches make more of
/// them.
func settings() -> String {
  """
  data: {train: train.jsonl, validation: held-out.jsonl}
  template: {mostTokens: 96}
  tuning: {method: scratch}
  model: {layers: 1, heads: 2, channels: 40, contextLength: 96, vocabularySize: 480}
  training: {steps: 25, batchSize: 32, learningRate: 0.01}
  """
}
