// The settings of a small GPT.

/// A file of settings for lectern train.
func settings() -> String {
  // TODO(budget-model): sizes, steps and learning rate within the budget.
  """
  data: {train: train.jsonl, validation: held-out.jsonl}
  template: {mostTokens: 96}
  tuning: {method: scratch}
  training: {steps: 100, batchSize: 8}
  """
}
