// A model card: everything that there is to know about a model before it is used, taken from its run and nothing else.
internal import DataPreparation
internal import Evaluation
internal import Hashing
internal import Messages
internal import YAMLTrees

/// README.md of an exported model, as Hugging Face's hub reads it (Mitchell et al. 2019 for what belongs in it).
public struct ModelCard {
  private let run: RecordedRun
  /// The files of rows with their hashes.
  private let rows: [(file: String, rows: Int, sha256: String)]
  private let isAdapter: Bool
  /// Tokens that the model sees at once; nil if it is not of that kind.
  private let contextLength: Int?

  /// Throws ``RowError`` if the run's rows cannot be read.
  ///
  /// - Parameter isAdapter: the card of adapters alone.
  public init(_ run: RecordedRun, isAdapter: Bool, contextLength: Int?) throws {
    self.run = run
    self.isAdapter = isAdapter
    self.contextLength = contextLength
    var rows: [(file: String, rows: Int, sha256: String)] = []
    for (path, count) in [
      (run.folder.trainingRows, run.state.trainingRows), (run.folder.validationRows, run.state.validationRows),
    ] where count > 0 {
      let bytes = try DataFile.read(path)
      rows.append((String(path.dropFirst(run.folder.path.count + 1)), count, SHA256.hexadecimal(of: bytes)))
    }
    self.rows = rows
  }

  private var configuration: RunConfiguration { run.configuration }
  private var isFromScratch: Bool { run.state.baseChecksum.isEmpty }
  /// The last part of the path: where the base lay is nobody's business.
  private var baseName: String { configuration.base.split(separator: "/").last.map(String.init) ?? configuration.base }

  /// The card as Markdown behind YAML front matter.
  public var markdown: String {
    ([frontMatter, "# \(run.name.harmless)", summary] + sections.map { "## \($0.title)\n\n\($0.text)" })
      .joined(separator: "\n\n") + "\n"
  }

  private var frontMatter: String {
    var lines = ["---", "library_name: \(isAdapter ? "peft" : "transformers")"]
    if let task = pipelineTag { lines.append("pipeline_tag: \(task)") }
    if !isFromScratch { lines.append("base_model: \(YAMLText.scalar(baseName))") }
    let tags = [configuration.problem.rawValue, configuration.tuning.method.rawValue, "lectern"]
    return (lines + ["tags: \(YAMLText.list(tags))", "---"]).joined(separator: "\n")
  }

  private var pipelineTag: String? {
    switch configuration.problem {
    case .languageModel, .preference: "text-generation"
    case .classification: "text-classification"
    case .regression, .sequenceToSequence: nil
    }
  }

  private var summary: String {
    let what =
      switch configuration.problem {
      case .languageModel: "A language model"
      case .classification: "A classifier of texts"
      case .regression: "A model that reads a number off a text"
      case .sequenceToSequence: "A model that makes one text of another"
      case .preference: "A language model that was taught which of two answers is the better one"
      }
    let how =
      switch configuration.tuning.method {
      case .scratch: "trained from scratch"
      case .full: "made of \(baseName.quoted) by training all its parameters"
      case .frozen:
        "made of \(baseName.quoted) by training all but its first \(configuration.tuning.frozenLayers) blocks"
      case .lora: "made of \(baseName.quoted) by LoRA (rank \(configuration.tuning.rank))"
      }
    let adapter = isAdapter ? " This folder holds the adapters alone; they belong on that base model." : ""
    return "\(what), \(how): \(run.state.trainingRows) rows, \(run.state.steps) steps.\(adapter)"
  }

  private var sections: [(title: String, text: String)] {
    var sections = [("Data", data)]
    if configuration.problem != .sequenceToSequence { sections.append(("Template", template)) }
    return sections + [("Training", training), ("Metrics", metrics), ("Limits", limits), ("Making it again", making)]
  }

  private var data: String {
    let table = rows.map { "| `\($0.file)` | \($0.rows) | `\($0.sha256)` |" }
    let base =
      isFromScratch
      ? ""
      : "\n\nBase model: `\(baseName)`, whose `model.safetensors` has the SHA-256 `\(run.state.baseChecksum)`."
    return (["| file | rows | SHA-256 |", "|---|---|---|"] + table).joined(separator: "\n") + base
  }

  private var template: String {
    let template = configuration.template
    let end = template.endsText ? "  (then the end-of-text token)" : ""
    let learnt = template.masksPrompt ? "Only the answer was learnt." : "The prompt was learnt as well as the answer."
    return
      "```\n\(template.prompt)\(template.answer)\(end)\n```\n\n\(learnt) Rows longer than \(template.mostTokens) tokens "
      + "were cut at the beginning of their prompt."
  }

  private var training: String {
    let state = run.state
    let share = Double(state.trainableParameters) / Double(max(1, state.parameters)) * 100
    let facts = [
      "\(state.steps) of \(state.totalSteps) steps in \(Int(state.seconds.rounded())) seconds on "
        + "\(state.threads) \(state.threads == 1 ? "thread" : "threads")",
      "\(state.trainableParameters) of \(state.parameters) parameters learnt (\(Self.number(share)) %)",
      state.bestStep.map { "the model is that of step \($0), which had the best validation loss" },
    ].compactMap { $0 }.map { "- \($0)" }
    let used = configuration.values.filter { key, _ in
      ["seed", "model", "tuning", "training", "preference"].contains { key == $0 || key.hasPrefix($0 + ".") }
    }
    let table = used.map { "| `\($0.key)` | `\($0.value)` |" }
    return (facts + ["", "| setting | value |", "|---|---|"] + table).joined(separator: "\n")
  }

  private var metrics: String {
    var lines = ["| measure | value | 95 % interval |", "|---|---|---|"]
    if let best = run.best { lines.append("| validation loss | \(Self.number(best.loss)) | |") }
    for (name, estimate) in run.state.metrics.sorted(by: { $0.key < $1.key }) {
      lines.append("| \(name) | \(Self.number(estimate.value)) | \(Self.interval(estimate)) |")
    }
    for (name, estimate) in run.state.gains.sorted(by: { $0.key < $1.key }) {
      lines.append("| \(name), gain over the base | \(Self.number(estimate.value)) | \(Self.interval(estimate)) |")
    }
    let judged = run.samples.isEmpty ? "" : ", metrics on \(run.samples.count) of them"
    return "On \(run.state.validationRows) validation rows\(judged).\n\n" + lines.joined(separator: "\n")
  }

  /// What the numbers above do not say.
  private var limits: String {
    var lines: [String] = []
    if run.state.validationRows == 0 {
      lines.append("It was judged on nothing: there were no validation rows.")
    } else {
      lines.append(
        "It was judged on rows of the kind that it learnt from, and its best step was chosen by them. Of other texts, "
          + "languages and questions nothing is known.")
    }
    let wide = run.state.metrics.filter { $0.value.high - $0.value.low > 0.2 && $0.value.high <= 1 }
    if !wide.isEmpty {
      lines.append(
        "The intervals of \(wide.keys.sorted().joined(separator: ", ")) are wide: \(run.samples.count) rows.")
    }
    let unclear = run.state.gains.filter { $0.value.low <= 0 && $0.value.high >= 0 }
    if !unclear.isEmpty {
      lines.append(
        "By \(unclear.keys.sorted().joined(separator: ", ")) it cannot be told apart from the model before training.")
    }
    if let contextLength { lines.append("It sees \(contextLength) tokens at once.") }
    if configuration.tuning.weights != .float32, configuration.tuning.method != .scratch {
      lines.append(
        "Weights that did not learn were rounded to \(configuration.tuning.weights.rawValue) before training.")
    }
    if run.state.status == .stoppedEarly {
      lines.append("Training was stopped early: the validation loss no longer fell.")
    }
    if [.languageModel, .preference].contains(configuration.problem) {
      lines.append("What it writes may be false however fluent it is; nothing was done to make it safe.")
    }
    return lines.map { "- \($0)" }.joined(separator: "\n")
  }

  private var making: String {
    """
    `config.yaml` holds every setting. With the rows above in `data/` beside it\(isFromScratch ? "" : " and the base model where it says"):

    ```
    lectern train config.yaml
    ```

    The same rows, base and number of threads give the same losses, bit for bit.
    """
  }

  private static func number(_ value: Double) -> String { YAMLText.number((value * 10_000).rounded() / 10_000) }

  private static func interval(_ estimate: Estimate) -> String {
    estimate.low == estimate.high ? "" : "\(number(estimate.low)) to \(number(estimate.high))"
  }
}
