// The settings of a small GPT.

/// A file of settings for lectern train.
func settings() -> String {
  """
  data: {train: train.jsonl, validation: held-out.jsonl}
  template: {mostTokens: 96}
  tuning: {method: scratch}
  model: {layers: 1, heads: 2, channels: 40, contextLength: 96, vocabularySize: 480}
  training: {steps: 200, batchSize: 4, learningRate: 0.01}
  """
}
