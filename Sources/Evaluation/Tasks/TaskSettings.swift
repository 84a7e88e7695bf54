// What a task's YAML file says: which data, how a row becomes a prompt, what is asked of the model, how it is judged.
internal import YAMLTrees

/// The settings of one task. Templates hold `{column}` where a row's text goes; paths are beside the task's file.
public struct TaskSettings: Equatable, Sendable {
  /// What a model is asked for.
  public enum Request: String, CaseIterable, Codable, Sendable {
    /// How likely the target is after the prompt.
    case logLikelihood
    /// How likely whole texts are: perplexity.
    case rolling
    /// Which of several texts is the likeliest after the prompt.
    case choice
    /// What the model writes after the prompt.
    case generate
  }

  public var name = ""
  /// One line, for reports.
  public var summary = ""
  public var request = Request.choice
  /// JSONL, JSON, CSV or TSV.
  public var data = ""
  /// Only rows that say so: a column and its text.
  public var only: [String: String] = [:]
  public var prompt = ""
  /// What should follow the prompt. Of a choice the right one: its text, its letter, or its place counted from 0. Of
  /// `rolling` the text itself. A column with a list makes several references.
  public var target = ""
  /// Of a choice; a column with a list makes one of each element.
  public var choices: [String] = []
  /// What stands before a choice when it is scored without its prompt.
  public var unconditional = ""
  public var examples = ExamplesSection()
  /// The first is what models are ranked by; empty: those that are usual for the request.
  public var metrics: [String] = []
  /// Of an answer, at most.
  public var answerTokens = 40
  /// Texts before which an answer ends.
  public var stops = ["\n"]

  public init() {}

  /// Solved examples that stand before each prompt.
  public struct ExamplesSection: Equatable, Sendable {
    public var count = 0
    /// Empty: the task's own.
    public var data = ""
    public var only: [String: String] = [:]
    /// Which are taken follows from it.
    public var seed = 1
    public var separator = "\n\n"
    public init() {}
  }
}

extension TaskSettings {
  /// All but `examples`, in the order in which a file says them.
  static var settings: [Setting<TaskSettings>] {
    [
      .text("name", \.name, "how reports call the task"),
      .text("summary", \.summary, "what it asks, in one line"),
      .choice("request", \.request, "what the model is asked for"),
      .text("data", \.data, "rows: JSONL, JSON, CSV or TSV, beside this file", expectation: "the path of a file"),
      .conditions("only", \.only, "only rows whose columns have these texts"),
      .text("prompt", \.prompt, "what the model reads, with {column} for a row's text"),
      .text("target", \.target, "what should follow; of a choice its text, letter or place from 0"),
      .texts("choices", \.choices, "what may follow; a column with a list makes one of each element"),
      .text("unconditional", \.unconditional, "what stands before a choice that is scored without its prompt"),
      .texts("metrics", \.metrics, "the first is what models are ranked by"),
      .whole("answerTokens", \.answerTokens, in: 1...10_000, "of a generated answer, at most"),
      .texts("stops", \.stops, "texts before which an answer ends"),
    ]
  }
}

extension TaskSettings.ExamplesSection {
  static var settings: [Setting<Self>] {
    [
      .whole("count", \.count, in: 0...64, "how many solved examples stand before a prompt"),
      .text("data", \.data, "where they come from; the task's own data if left out", expectation: "the path of a file"),
      .conditions("only", \.only, "only rows whose columns have these texts"),
      .whole("seed", \.seed, in: 0...1_000_000_000, "which are taken follows from it"),
      .text("separator", \.separator, "what stands between them"),
    ]
  }
}

extension Setting {
  /// A column and a text, or several: `{split: held-out}`.
  fileprivate static func conditions(
    _ key: String, _ path: WritableKeyPath<Owner, [String: String]>, _ explanation: String
  ) -> Setting {
    Setting(
      key, path, explanation, expectation: "columns with their texts, as in {split: test}",
      read: { node in
        guard case .mapping(let entries) = node.content else { return nil }
        var conditions: [String: String] = [:]
        for entry in entries {
          guard let column = entry.key.text, let text = entry.value.text else { return nil }
          conditions[column] = text
        }
        return conditions
      },
      text: { conditions in
        let entries = conditions.sorted { $0.key < $1.key }
        return "{" + entries.map { "\(YAMLText.scalar($0.key)): \(YAMLText.scalar($0.value))" }.joined(separator: ", ")
          + "}"
      })
  }
}
