// Settings to begin with, each explained: `lectern train --template`.

public enum ConfigurationTemplate {
  /// What can be asked for, in the order of their difficulty.
  public static let kinds = [
    "fine-tuning", "scratch", "classification", "regression", "sequenceToSequence", "preference",
  ]

  /// A configuration that needs nothing but a file of rows. Nil if there is no such kind.
  public static func configuration(_ kind: String) -> RunConfiguration? {
    var configuration = RunConfiguration()
    configuration.name = kind == "fine-tuning" || kind == "languageModel" ? "first" : kind
    configuration.base = "BaseModel"
    configuration.data.train = "rows.jsonl"
    configuration.template.mostTokens = 128
    switch kind {
    case "fine-tuning", "languageModel": break
    case "scratch":
      configuration.base = ""
      configuration.tuning.method = .scratch
      configuration.data.train = "text.txt"
      (configuration.template.prompt, configuration.template.answer) = ("", "{text}")
      configuration.evaluation.rows = 0
    default:
      guard kinds.contains(kind), let problem = RunConfiguration.Problem(rawValue: kind) else { return nil }
      configuration = problem.type.template(configuration)
      configuration.problem = problem
    }
    return configuration
  }
}
