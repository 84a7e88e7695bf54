// The keys of a run's YAML file: what each is for, and what its value must be.
public import YAMLTrees

extension RunConfiguration {
  /// The keys outside of sections.
  public static var settings: [Setting<RunConfiguration>] {
    [
      .text("name", \.name, "what the run is called; its folder is runs/NAME"),
      .choice("problem", \.problem, "what is learnt"),
      .whole("seed", \.seed, in: 0...1_000_000_000, "everything random follows from it"),
      .text(
        "base", \.base,
        "the model to start from: a folder, an installed model, a finished run; from scratch the tokenizer to use, or "
          + "empty", expectation: "a folder or the name of a model"),
    ]
  }
}

extension RunConfiguration.DataSection {
  public static var settings: [Setting<Self>] {
    [
      .text("train", \.train, "JSONL, CSV or plain text to learn from", expectation: "a file"),
      .text("validation", \.validation, "to judge by; empty: a share of the training file", expectation: "a file"),
      .number(
        "validationShare", \.validationShare, in: 0...0.9, "that share, divided by document where rows name theirs"),
      Setting(
        "columns", \.columns, "which column is what, as in {prompt: question}; {}: by their usual names",
        expectation: "columns by their use, as in {prompt: question, answer: reply}",
        read: { $0.textsByKey },
        text: { columns in
          let pairs = columns.sorted { $0.key < $1.key }
          return "{" + pairs.map { "\(YAMLText.scalar($0)): \(YAMLText.scalar($1))" }.joined(separator: ", ") + "}"
        }),
      .texts("labels", \.labels, "the classes in their order; []: those in the data"),
      .whole("mostRows", \.mostRows, in: 0...1_000_000_000, "learn from so many rows at most; 0: from all"),
    ]
  }
}

extension RunConfiguration.TemplateSection {
  public static var settings: [Setting<Self>] {
    [
      .text("prompt", \.prompt, "what is read, with {column} where a column's text goes"),
      .text("answer", \.answer, "what is written"),
      .flag("endsText", \.endsText, "whether the end-of-text token follows the answer"),
      .flag("masksPrompt", \.masksPrompt, "whether only the answer is learnt"),
      .whole(
        "mostTokens", \.mostTokens, in: 2...1_000_000, "longer rows are cut, at the beginning of their prompt"),
    ]
  }

  /// Keys that another problem has no use for: only texts are written, and only a GPT can do without marks and masks.
  static func isFor(_ key: String, _ problem: RunConfiguration.Problem) -> Bool {
    switch key {
    case "answer": problem != .classification && problem != .regression
    case "endsText": problem == .languageModel || problem == .preference
    case "masksPrompt": problem == .languageModel
    default: true
    }
  }
}

extension RunConfiguration.ModelSection {
  public static var settings: [Setting<Self>] {
    [
      .whole("layers", \.layers, in: 1...1000, "blocks of attention and feed-forward"),
      .whole("heads", \.heads, in: 1...1000, "of attention in each block"),
      .whole("channels", \.channels, in: 1...100_000, "the size of the residual; heads must divide it"),
      .whole("contextLength", \.contextLength, in: 1...1_000_000, "the most tokens it sees at once"),
      .whole("vocabularySize", \.vocabularySize, in: 257...1_000_000, "of the tokenizer that is trained on the data"),
      .number("dropout", \.dropout, in: 0...0.99, "the share of activations that training leaves out"),
    ]
  }
}

extension RunConfiguration.TuningSection {
  public static var settings: [Setting<Self>] {
    [
      .choice("method", \.method, "which parameters learn"),
      .whole("rank", \.rank, in: 1...65_536, "channels of an adapter"),
      .number("alpha", \.alpha, in: 0.001...1_000_000, "adapters count alpha / rank"),
      .number("dropout", \.dropout, in: 0...0.99, "the share of an adapter's inputs that training leaves out"),
      .texts("targets", \.targets, "ends of the names of layers that get an adapter; []: all linear layers"),
      .flag("rankStabilized", \.rankStabilized, "adapters count alpha / √rank instead (rsLoRA)"),
      .whole("frozenLayers", \.frozenLayers, in: 0...1000, "so many blocks do not learn, nor do the embeddings"),
      .choice("weights", \.weights, "what the base's weights are rounded to beforehand"),
    ]
  }

  /// Keys that another method has no use for.
  static func isFor(_ key: String, _ method: Method) -> Bool {
    switch key {
    case "rank", "alpha", "dropout", "targets", "rankStabilized", "weights": method == .lora
    case "frozenLayers": method == .frozen
    default: true
    }
  }
}

extension RunConfiguration.TrainingSection {
  public static var settings: [Setting<Self>] {
    [
      .choice("optimizer", \.optimizer, "how gradients become steps"),
      .number("learningRate", \.learningRate, in: 1e-9...1000, "at its peak"),
      .choice("schedule", \.schedule, "how it falls after the warm-up"),
      .whole("warmup", \.warmup, in: 0...1_000_000_000, "steps during which it rises"),
      .number("epochs", \.epochs, in: 0.001...1_000_000, "passes through the data; used if steps is 0"),
      .whole("steps", \.steps, in: 0...1_000_000_000, "updates of the parameters"),
      .whole("batchSize", \.batchSize, in: 1...100_000, "examples that go through the model together"),
      .whole("accumulation", \.accumulation, in: 1...100_000, "batches that make one step"),
      .number("clipping", \.clipping, in: 0...1_000_000, "the gradient's greatest length; 0: any"),
      .number("weightDecay", \.weightDecay, in: 0...100, "how strongly weights are pulled to 0"),
      .whole("evaluateEvery", \.evaluateEvery, in: 0...1_000_000_000, "steps; 0: at the end only"),
      .whole("patience", \.patience, in: 0...1_000_000, "evaluations without a better loss before it stops; 0: any"),
      .whole("checkpointEvery", \.checkpointEvery, in: 1...1_000_000_000, "steps"),
      .choice("classWeights", \.classWeights, "whether each row counts the same, or each label, however rare"),
    ]
  }

  /// Keys that another problem has no use for.
  static func isFor(_ key: String, _ problem: RunConfiguration.Problem) -> Bool {
    key != "classWeights" || problem == .classification
  }
}

extension RunConfiguration.PreferenceSection {
  public static var settings: [Setting<Self>] {
    [
      .choice("loss", \.loss, "how the two answers are compared"),
      .number("beta", \.beta, in: 0.0001...1000, "how far from the base the model may go: less with more"),
      .number("margin", \.margin, in: 0...1000, "how much better the better answer should be, for simpo"),
    ]
  }
}

extension RunConfiguration.EvaluationSection {
  public static var settings: [Setting<Self>] {
    [
      .texts("metrics", \.metrics, "measured on answers that the model writes"),
      .whole("rows", \.rows, in: 0...1_000_000, "of the validation rows are answered; 0: none"),
      .whole("answerTokens", \.answerTokens, in: 1...100_000, "an answer's most"),
      .whole("beams", \.beams, in: 1...100, "beginnings of an answer that are kept open; 1: only the likeliest"),
    ]
  }

  /// Keys that another problem has no use for.
  static func isFor(_ key: String, _ problem: RunConfiguration.Problem) -> Bool {
    switch key {
    case "beams": problem == .sequenceToSequence
    case "answerTokens": problem == .sequenceToSequence || problem == .languageModel
    default: true
    }
  }
}

extension YAMLNode {
  /// A mapping of words to texts; nil if it is something else.
  fileprivate var textsByKey: [String: String]? {
    if isNothing { return [:] }
    guard case .mapping(let entries) = content else { return nil }
    var texts: [String: String] = [:]
    for entry in entries {
      guard let key = entry.key.text, let text = entry.value.text, texts.updateValue(text, forKey: key) == nil else {
        return nil
      }
    }
    return texts
  }
}
