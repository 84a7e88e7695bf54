// What in a configuration does not go together, as far as that can be told without data and model.
internal import YAMLTrees

extension RunConfiguration {
  /// - Parameter isGiven: whether a key was written by somebody, rather than being as by default.
  func contradictions(isGiven: (_ key: String) -> Bool = { _ in false }) -> [RunProblem] {
    var problems: [RunProblem] = []
    func report(_ key: String, _ message: String) { problems.append(RunProblem(key, message)) }

    if name.isEmpty || name.contains("/") || name.hasPrefix(".") || name.utf8.contains(where: { $0 < 32 }) {
      report(
        "name", "is \(YAMLText.scalar(name)); it names a folder, so it is a word without / that begins with no dot")
    }
    if data.train.isEmpty { report("data.train", "is missing; name a file of rows, as in train: rows.jsonl") }
    if data.validation.isEmpty, data.validationShare == 0 {
      if training.patience > 0 {
        report("training.patience", "is \(training.patience), and without validation rows nothing can be waited for")
      }
      if training.evaluateEvery > 0, isGiven("training.evaluateEvery") {
        report("training.evaluateEvery", "is \(training.evaluateEvery), and there are no validation rows; give some")
      }
    }

    if tuning.method == .scratch {
      if model.channels % model.heads != 0 {
        let below = model.channels / model.heads * model.heads
        report(
          "model.heads",
          "is \(model.heads), which does not divide the \(model.channels) channels; take "
            + (below > 0 ? "\(below) or " : "") + "\(below + model.heads) channels, or other heads")
      }
      if template.mostTokens > model.contextLength {
        report(
          "template.mostTokens",
          "is \(template.mostTokens), and the model sees \(model.contextLength) at once; take "
            + "\(model.contextLength) or less, or a longer contextLength")
      }
    } else if base.isEmpty {
      report(
        isGiven("tuning.method") ? "tuning.method" : "base",
        isGiven("tuning.method")
          ? "is \(tuning.method.rawValue), which starts from a model; name one, as in base: BaseModel, or take scratch"
          : "is missing; name a model to start from, as in base: BaseModel, or say tuning: {method: scratch}")
    }
    if tuning.method != .scratch {
      for setting in ModelSection.settings where isGiven("model.\(setting.key)") {
        report(
          "model.\(setting.key)",
          "belongs to a model from scratch; the sizes of this one are those of its base: leave "
            + "it out")
      }
    }
    for setting in TuningSection.settings
    where !TuningSection.isFor(setting.key, tuning.method) && isGiven("tuning.\(setting.key)") {
      let methods = TuningSection.Method.allCases.filter { TuningSection.isFor(setting.key, $0) }.map(\.rawValue)
      report(
        "tuning.\(setting.key)",
        "has no meaning for the method \(tuning.method.rawValue), only for "
          + methods.joined(separator: " and ") + "; leave it out, or change the method")
    }
    let usedKeys: [(section: String, keys: [String], isFor: (String, Problem) -> Bool)] = [
      ("preference", PreferenceSection.settings.map(\.key), { $1 == .preference }),
      ("template", TemplateSection.settings.map(\.key), TemplateSection.isFor),
      ("training", TrainingSection.settings.map(\.key), TrainingSection.isFor),
      ("evaluation", EvaluationSection.settings.map(\.key), EvaluationSection.isFor),
    ]
    for (section, keys, isFor) in usedKeys {
      for key in keys where !isFor(key, problem) && isGiven("\(section).\(key)") {
        let problems = Problem.allCases.filter { isFor(key, $0) }.map(\.rawValue).joined(separator: " or ")
        report("\(section).\(key)", "belongs to problem: \(problems); this one is \(problem.rawValue)")
      }
    }

    if training.steps > 0, training.warmup >= training.steps {
      let fit = max(0, training.steps / 10)
      if isGiven("training.warmup") || training.warmup != TrainingSection().warmup {
        report(
          "training.warmup",
          "is \(training.warmup), and there are only \(training.steps) steps; a tenth, \(fit), would do")
      }
    }
    return problems
  }
}
