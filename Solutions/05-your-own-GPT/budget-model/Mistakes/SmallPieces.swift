/// The vocabulary is so small that a text has many more tokens. Each is easier to foresee, which looks like a good loss, and
/// a character costs more than with a larger vocabulary.
func settings() -> String {
  """
  data: {train: train.jsonl, validation: held-out.jsonl}
  template: {mostTokens: 96}
  tuning: {method: scratch}
  model: {layers: 1, heads: 4, channels: 48, contextLength: 96, vocabularySize: 260}
  training: {steps: 200, batchSize: 4, learningRate: 0.01}
  """
}
