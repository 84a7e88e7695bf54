// Preferring the better of two answers.
internal import DataPreparation
internal import Evaluation
internal import Messages
public import Models
public import Tensors
internal import TextModels
public import Training
internal import Tokenizers

/// A GPT that learns which of two answers people prefer. The model that it starts from is the reference.
public struct PreferenceProblem: ProblemType {
  public struct Example: Equatable, Sendable {
    /// Without what the reference makes of it, which is asked when the first batch is made.
    public var pair: PreferencePair
    /// Tokens of the prompt that were cut off at its beginning.
    public var cut: [Int]
  }

  public let configuration: RunConfiguration
  public var learner: GPT
  private let text: TextModel
  private let template: TokenTemplate
  private let loss: PreferenceLoss
  private let reference: PreferenceReference
  private let latest = LatestMargin()

  public static func completed(_ configuration: RunConfiguration, columns: [String]) -> RunConfiguration {
    var configuration = configuration
    if configuration.evaluation.metrics == RunConfiguration.EvaluationSection().metrics {
      configuration.evaluation.metrics = measures
    }
    return configuration
  }

  /// The share of pairs whose chosen answer has the greater reward; by how much it is greater, in the mean.
  private static let measures = ["accuracy", "rewardMargin"]

  public static func template(_ usual: RunConfiguration) -> RunConfiguration {
    var configuration = usual
    configuration.training.learningRate = 0.0005
    configuration.evaluation.metrics = measures
    return configuration
  }

  public static func neededColumns(
    _ configuration: RunConfiguration
  ) throws(RunProblems) -> [(column: String, key: String)] {
    let (prompt, answer) = try TokenTemplate.templates(configuration.template)
    guard answer.columns.contains("answer") else {
      throw RunProblems(
        "template.answer",
        "is \(configuration.template.answer.quoted), without {answer}: both answers would be the same")
    }
    return prompt.columns.map { ($0, "template.prompt") }
      + answer.columns.filter { $0 != "answer" && !prompt.columns.contains($0) }.map { ($0, "template.answer") }
      + [("chosen", "data.columns"), ("rejected", "data.columns")]
  }

  public init(_ configuration: RunConfiguration, data: RunData, base: String?) throws {
    var problems: [RunProblem] = []
    for name in configuration.evaluation.metrics where !Self.measures.contains(name) {
      problems.append(
        RunProblem(
          "evaluation.metrics",
          "names \(name.quoted); pairs of answers are measured by "
            + Self.measures.joined(separator: " and ")))
    }
    guard let base, configuration.tuning.method != .scratch else {
      throw RunProblems(
        problems + [
          RunProblem(
            "tuning.method",
            "is scratch, and a model that knows nothing has nothing to prefer; name a base and take lora, "
              + "frozen or full")
        ])
    }
    text = try TextModel.load(from: base)
    problems += configuration.template.problems(contextLength: text.model.configuration.contextLength)
    if !problems.isEmpty { throw RunProblems(problems) }
    learner = text.model
    template = try TokenTemplate(configuration.template, tokenizer: text.tokenizer, endToken: text.endTokens.first)
    loss = configuration.preference.made
    reference = PreferenceReference(base: base)
    self.configuration = configuration
    // In the order of the rows, whichever are asked for first: the sums of a batch round as its company has it.
    reference.pairs = (data.training + data.validation).compactMap { try? examples(of: $0).first?.pair }
  }

  // MARK: Learning

  public func examples(of row: RunRow) throws(RunProblem) -> [Example] {
    let (chosen, rejected) = (try answer("chosen", of: row), try answer("rejected", of: row))
    guard chosen != rejected else {
      throw RunProblem(
        "data.train", "has two equal answers at \(row.place); which is better cannot be learnt from them")
    }
    let prompt = text.tokenizer.encode(try template.prompt(of: row))
    let start = Array(text.endTokens.prefix(1))
    let most = configuration.template.mostTokens
    // The same of the prompt for both; one token of it in any case.
    let longest = max(chosen.count, rejected.count)
    let room = most + 1 - start.count - longest
    guard room >= 1 else {
      throw RunProblem(
        "template.mostTokens",
        "is \(most), and an answer of \(row.place) alone has \(longest) tokens: it would be cut; "
          + "take \(longest + start.count) or more, or leave such rows out")
    }
    let kept = start + prompt.suffix(room)
    guard !kept.isEmpty else {
      throw RunProblem("template.prompt", "makes an empty prompt of \(row.place), which no answer can follow")
    }
    return [
      Example(
        pair: PreferencePair(prompt: kept, chosen: chosen, rejected: rejected), cut: Array(prompt.dropLast(room)))
    ]
  }

  private func answer(_ column: String, of row: RunRow) throws(RunProblem) -> [Int] {
    let end = configuration.template.endsText ? text.endTokens.prefix(1) : []
    let ids = text.tokenizer.encode(try written(column, of: row)) + end
    guard !ids.isEmpty else { throw RunProblem("template.answer", "makes an empty answer of \(row.place)") }
    return ids
  }

  /// One of the answers as the template writes it.
  private func written(_ column: String, of row: RunRow) throws(RunProblem) -> String {
    var row = row
    row.cells["answer"] = row.cells[column]
    return try template.answer(of: row)
  }

  public func batch(_ examples: [Example]) throws -> PreferenceBatch {
    try PreferenceBatch(loss.needsReference ? reference.scored(examples.map(\.pair)) : examples.map(\.pair))
  }

  public func loss(_ learner: GPT, _ batch: PreferenceBatch) throws -> Tensor {
    let scores = try learner.scores(of: batch)
    if Tensor.isRecording { latest.margin = loss.preferenceRewards(scores).meanMargin }
    return loss.losses(scores).mean()
  }

  public var rewardMargin: Double? { latest.margin }

  public func view(of row: RunRow) throws(RunProblem) -> ExampleView {
    guard let example = try examples(of: row).first else { return ExampleView(row: row.number, tokens: []) }
    let (prompt, chosen) = (example.pair.prompt, example.pair.chosen)
    var view = template.view(
      TokenExample(
        ids: prompt + chosen, isLearnt: prompt.map { _ in false } + chosen.map { _ in true }, cut: example.cut),
      row: row.number)
    view.target = "preferred to \(ExampleView.shown(try written("rejected", of: row).trimmed).quoted)"
    return view
  }

  // MARK: Judging

  /// Which of its answers the model prefers, row by row.
  public func judgement(of learner: GPT, on rows: [RunRow], shouldStop: () -> Bool) throws -> Judgement {
    let samples = try rows.inGroups(of: 8, shouldStop: shouldStop) { rows in
      let batch = try batch(rows.flatMap { try examples(of: $0) })
      return try Tensor.withoutGradients {
        let scores = try learner.scores(of: batch)
        let (rewards, losses) = (loss.preferenceRewards(scores), loss.losses(scores).scalars)
        return try rows.enumerated().map { place, row in
          let (chosen, rejected) = (try written("chosen", of: row).trimmed, try written("rejected", of: row).trimmed)
          let verdict = rewards.verdicts[place]
          return RunSample(
            row: row.number, prompt: try template.prompt(of: row), expected: chosen,
            answer: verdict == .tie ? "" : verdict == .chosen ? chosen : rejected,
            loss: Double("\(losses[place])") ?? .infinity,
            scores: [
              Self.measures[0]: verdict.score, Self.measures[1]: Double("\(rewards.margins[place])") ?? .nan,
            ])
        }
      }
    }
    var judgement = Judgement(samples: samples)
    guard !samples.isEmpty else { return judgement }
    for measure in Self.measures {
      judgement.metrics[measure] = Bootstrap.mean(of: samples.compactMap { $0.scores[measure] })
    }
    let preferred = samples.compactMap { $0.scores[Self.measures[0]] }
    if !preferred.contains(0.5) {
      judgement.metrics[Self.measures[0]] = Estimate(share: preferred.count { $0 == 1 }, of: preferred.count)
    }
    judgement.rewardMargin = judgement.metrics[Self.measures[1]]?.value
    return judgement
  }

  public func save(_ learner: GPT, to folder: String) throws {
    try learner.save(to: folder)
    try text.tokenizer.write(to: folder)
    try EndTokens.write(text.endTokens, to: folder)
  }
}

extension RunConfiguration.PreferenceSection {
  fileprivate var made: PreferenceLoss {
    let beta = Float(beta)
    return switch loss {
    case .dpo: .dpo(beta: beta)
    case .ipo: .ipo(beta: beta)
    case .hinge: .hinge(beta: beta)
    case .kto: .kto(beta: beta)
    case .simpo: .simpo(beta: beta, margin: Float(margin))
    }
  }
}

/// What the model before training makes of the pairs: asked once, when it is needed first.
private final class PreferenceReference {
  private let base: String
  /// All that there are.
  var pairs: [PreferencePair] = []
  private var known: [PreferencePair: PreferencePair.Reference]?

  init(base: String) { self.base = base }

  /// Throws if the base cannot be read any more.
  func scored(_ asked: [PreferencePair]) throws -> [PreferencePair] {
    if known == nil {
      // Read again: the learner's own parameters may change.
      let scored = try pairs.scored(by: TextModel.load(from: base).model)
      known = Dictionary(zip(pairs, scored.compactMap(\.reference))) { first, _ in first }
    }
    return asked.map { pair in
      var pair = pair
      pair.reference = known?[pair]
      return pair
    }
  }
}

/// The mean reward margin of the batch that was learnt last.
private final class LatestMargin {
  var margin: Double?
}
