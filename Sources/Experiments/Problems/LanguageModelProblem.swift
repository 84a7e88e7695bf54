// Foreseeing the next token: of a text, or of the answer to a prompt.
internal import Evaluation
public import Models
public import Tensors
internal import TextModels
public import Training
internal import Tokenizers

/// A GPT that learns texts or answers.
public struct LanguageModelProblem: ProblemType {
  public let configuration: RunConfiguration
  public var learner: GPT
  /// From rows to tokens.
  public let template: TokenTemplate
  private let tokenizer: any Tokenizer
  private let endTokens: [Int]
  private let metrics: [any TextMetric]

  public static func completed(_ configuration: RunConfiguration, columns: [String]) -> RunConfiguration {
    var configuration = configuration
    let usual = RunConfiguration.TemplateSection()
    // Texts that nothing is asked before.
    if (configuration.template.prompt, configuration.template.answer) == (usual.prompt, usual.answer),
      columns.contains("text"), !columns.contains("prompt")
    {
      (configuration.template.prompt, configuration.template.answer) = ("", "{text}")
    }
    return configuration
  }

  public static func neededColumns(
    _ configuration: RunConfiguration
  ) throws(RunProblems) -> [(column: String, key: String)] {
    let (prompt, answer) = try TokenTemplate.templates(configuration.template)
    return prompt.columns.map { ($0, "template.prompt") }
      + answer.columns.filter { !prompt.columns.contains($0) }.map { ($0, "template.answer") }
  }

  public init(_ configuration: RunConfiguration, data: RunData, base: String?) throws {
    var problems: [RunProblem]
    (metrics, problems) = configuration.evaluation.textMetrics
    let model: TextModel
    if configuration.tuning.method == .scratch {
      model = try Self.new(configuration, data: data, base: base)
    } else {
      guard let base else { throw RunProblems(problems + [RunProblem("base", "is missing")]) }
      model = try TextModel.load(from: base)
    }
    problems += configuration.template.problems(contextLength: model.model.configuration.contextLength)
    if !problems.isEmpty { throw RunProblems(problems) }
    self.configuration = configuration
    learner = model.model
    (tokenizer, endTokens) = (model.tokenizer, model.endTokens)
    template = try TokenTemplate(configuration.template, tokenizer: tokenizer, endToken: endTokens.first)
  }

  /// A model that knows nothing, with a tokenizer of its own unless the base has one.
  private static func new(_ configuration: RunConfiguration, data: RunData, base: String?) throws -> TextModel {
    let (tokenizer, ends) = try configuration.newTokenizer(base: base) {
      let (prompt, answer) = try TokenTemplate.templates(configuration.template)
      return try data.training.map { try $0.text(prompt) + $0.text(answer) }
    }
    let gpt = try configuration.newGPT(vocabularySize: tokenizer.vocabularySize)
    return TextModel(name: configuration.name, gpt, tokenizer: tokenizer, endTokens: ends)
  }

  // MARK: Learning

  public func examples(of row: RunRow) throws(RunProblem) -> [TokenExample] { try template.examples(of: row) }

  public func batch(_ examples: [TokenExample]) throws -> TextBatch {
    try TextBatch(texts: examples.map(\.ids), counting: examples.map(\.isLearnt))
  }

  public func loss(_ learner: GPT, _ batch: TextBatch) throws -> Tensor { try learner.loss(batch) }

  public func view(of row: RunRow) throws(RunProblem) -> ExampleView {
    let examples = try template.examples(of: row)
    return template.view(examples.first ?? TokenExample(ids: [], isLearnt: []), row: row.number)
  }

  // MARK: Judging

  /// Answers rows greedily, several at a time, and measures the answers. Rows that ask nothing are not answered.
  public func judgement(of learner: GPT, on rows: [RunRow], shouldStop: () -> Bool) throws -> Judgement {
    let model = TextModel(name: configuration.name, learner, tokenizer: tokenizer, endTokens: endTokens)
    var samples: [RunSample] = []
    for start in stride(from: 0, to: rows.count, by: 16) {
      if shouldStop() { throw CancellationError() }
      let part = Array(rows[start..<min(rows.count, start + 16)])
      let prompts = try part.map { try template.prompt(of: $0) }
      guard !prompts.allSatisfy(\.isEmpty) else { continue }
      let answers = try model.continuations(of: prompts, count: configuration.evaluation.answerTokens)
      let losses = try losses(of: part, learner)
      for (place, row) in part.enumerated() {
        samples.append(
          RunSample(
            row: row.number, prompt: prompts[place], expected: try template.answer(of: row).trimmed,
            answer: answers[place].trimmed, loss: losses[place], scores: [:]))
      }
    }
    guard samples.count == rows.count else { return Judgement() }
    let references = zip(rows, samples).map { $0.references.isEmpty ? [$1.expected] : $0.references }
    return Judgement(samples, references: references, metrics: metrics)
  }

  /// The mean loss of each row's answer, in nats a token.
  private func losses(of rows: [RunRow], _ learner: GPT) throws -> [Double] {
    try Tensor.withoutGradients {
      try rows.map { row in
        let examples = try template.examples(of: row)
        return try Double("\(learner.loss(batch(examples)).item())") ?? .infinity
      }
    }
  }

  public func save(_ learner: GPT, to folder: String) throws {
    try learner.save(to: folder)
    try tokenizer.write(to: folder)
    try EndTokens.write(endTokens, to: folder)
  }
}
