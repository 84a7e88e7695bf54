// Writing one text from another.
internal import DataPreparation
internal import Evaluation
internal import Messages
public import Models
public import Tensors
internal import TextModels
public import Training
internal import Tokenizers

/// An encoder-decoder that learns to write answers: from scratch, with a tokenizer for each side, or on from an earlier
/// run.
public struct SequenceToSequenceProblem: ProblemType {
  public struct Example: Equatable, Sendable {
    /// Up to the token that ends it.
    public var source: [Int]
    /// From the token that begins it to the one that ends it.
    public var target: [Int]
    /// Tokens of the source that were cut off at its beginning.
    public var cut: [Int]
  }

  public let configuration: RunConfiguration
  private var model: SequenceToSequenceModel
  private let template: TokenTemplate
  private let metrics: [any TextMetric]

  public var learner: EncoderDecoder {
    get { model.model }
    set { model.model = newValue }
  }

  public static func completed(_ configuration: RunConfiguration, columns: [String]) -> RunConfiguration {
    var configuration = configuration
    let usual = RunConfiguration.TemplateSection()
    if configuration.template.isUsualPrompt { configuration.template.prompt = "{prompt}" }
    if configuration.template.answer == usual.answer { configuration.template.answer = "{answer}" }
    if configuration.evaluation.metrics == RunConfiguration.EvaluationSection().metrics {
      configuration.evaluation.metrics = ["exact", "bleu"]
    }
    return configuration
  }

  public static func template(_ usual: RunConfiguration) -> RunConfiguration {
    var configuration = usual
    configuration.base = ""
    (configuration.template.prompt, configuration.template.answer) = ("{prompt}", "{answer}")
    configuration.tuning.method = .scratch
    configuration.training.epochs = 20
    configuration.evaluation.metrics = ["exact", "bleu"]
    return configuration
  }

  public static func neededColumns(
    _ configuration: RunConfiguration
  ) throws(RunProblems) -> [(column: String, key: String)] { try LanguageModelProblem.neededColumns(configuration) }

  public init(_ configuration: RunConfiguration, data: RunData, base: String?) throws {
    var problems: [RunProblem]
    (metrics, problems) = configuration.evaluation.textMetrics
    if configuration.tuning.method == .scratch {
      model = try Self.new(configuration, data: data, base: base)
    } else {
      guard let base else { throw RunProblems(problems + [RunProblem("base", "is missing")]) }
      model = try SequenceToSequenceModel.load(from: base)
    }
    problems += configuration.template.problems(contextLength: model.model.configuration.contextLength)
    if !problems.isEmpty { throw RunProblems(problems) }
    template = try TokenTemplate(configuration.template, tokenizer: model.source, endToken: nil)
    self.configuration = configuration
  }

  private static func new(
    _ configuration: RunConfiguration, data: RunData, base: String?
  ) throws -> SequenceToSequenceModel {
    let sizes = configuration.model
    let (prompt, answer) = try TokenTemplate.templates(configuration.template)
    var earlier: SequenceToSequenceModel?
    if let base { earlier = try SequenceToSequenceModel.load(from: base) }
    func tokenizer(
      _ own: (any Tokenizer, Int)?, _ template: ColumnTemplate, _ key: String
    ) throws -> (any Tokenizer, end: Int) {
      if let own { return own }
      let (made, ends) = try configuration.newTokenizer(base: nil) {
        try data.training.map { try $0.text(template) }
      }
      guard let end = ends.first else { throw RunProblems(key, "makes texts for which no tokenizer can be trained") }
      return (made, end)
    }
    let (source, sourceEnd) = try tokenizer(earlier.map { ($0.source, $0.sourceEnd) }, prompt, "template.prompt")
    let (target, targetEnd) = try tokenizer(earlier.map { ($0.target, $0.targetEnd) }, answer, "template.answer")
    let made = EncoderDecoderConfiguration(
      vocabularySize: source.vocabularySize, targetVocabularySize: target.vocabularySize,
      contextLength: sizes.contextLength, layers: sizes.layers, heads: sizes.heads, channels: sizes.channels,
      dropout: Float(sizes.dropout))
    try made.check()
    return SequenceToSequenceModel(
      name: configuration.name, EncoderDecoder(made, seed: configuration.seed), source: source, target: target,
      sourceEnd: sourceEnd, targetEnd: targetEnd)
  }

  // MARK: Learning

  public func examples(of row: RunRow) throws(RunProblem) -> [Example] {
    let source = model.sourceIDs(try template.prompt(of: row))
    let target = model.targetIDs(try template.answer(of: row))
    let most = configuration.template.mostTokens
    guard target.count > 2 else {
      throw RunProblem("template.answer", "makes an empty answer of \(row.place), from which nothing can be learnt")
    }
    guard source.count > 1 else {
      throw RunProblem("template.prompt", "makes an empty prompt of \(row.place), which says nothing about the answer")
    }
    guard target.count - 1 <= most else {
      throw RunProblem(
        "template.mostTokens",
        "is \(most), and the answer of \(row.place) has \(target.count - 1) tokens: it would be "
          + "cut; take so many or more, or leave such rows out")
    }
    return [Example(source: source.suffix(most), target: target, cut: source.dropLast(most))]
  }

  public func batch(_ examples: [Example]) throws -> TranslationBatch {
    try TranslationBatch(sources: examples.map(\.source), targets: examples.map(\.target))
  }

  public func loss(_ learner: EncoderDecoder, _ batch: TranslationBatch) throws -> Tensor { try learner.loss(batch) }

  /// The source as it is read, and the answer as it is learnt, in tokens of two vocabularies.
  public func view(of row: RunRow) throws(RunProblem) -> ExampleView {
    func tokens(_ ids: [Int], _ tokenizer: any Tokenizer, isLearnt: Bool) -> [ExampleView.Token] {
      ids.map { .init(id: $0, text: (try? tokenizer.decode([$0])) ?? "\u{FFFD}", isLearnt: isLearnt) }
    }
    guard let example = try examples(of: row).first else { return ExampleView(row: row.number, tokens: []) }
    return ExampleView(
      row: row.number, cut: tokens(example.cut, model.source, isLearnt: false),
      tokens: tokens(example.source, model.source, isLearnt: false)
        + tokens(Array(example.target.dropFirst()), model.target, isLearnt: true))
  }

  // MARK: Judging

  /// What the model writes for each row, with as many beams as the configuration says, against its references.
  public func judgement(of learner: EncoderDecoder, on rows: [RunRow], shouldStop: () -> Bool) throws -> Judgement {
    var model = model
    model.model = learner
    let samples = try rows.inGroups(of: 16, shouldStop: shouldStop) { rows in
      let prompts = try rows.map { try template.prompt(of: $0) }
      let answers = try model.answers(
        to: prompts, count: configuration.evaluation.answerTokens, beams: configuration.evaluation.beams)
      return try rows.enumerated().map { place, row in
        let loss = try Tensor.withoutGradients { try learner.loss(batch(examples(of: row))).item() }
        return RunSample(
          row: row.number, prompt: prompts[place], expected: try template.answer(of: row).trimmed,
          answer: answers[place].trimmed, loss: Double("\(loss)") ?? .infinity, scores: [:])
      }
    }
    let references = zip(rows, samples).map { $0.references.isEmpty ? [$1.expected] : $0.references }
    return Judgement(samples, references: references, metrics: metrics)
  }

  public func save(_ learner: EncoderDecoder, to folder: String) throws {
    var model = model
    model.model = learner
    try model.save(to: folder)
  }
}
