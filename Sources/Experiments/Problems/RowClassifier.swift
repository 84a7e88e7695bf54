// How rows become what a model with a head for labels reads.
internal import DataPreparation
internal import Evaluation
internal import Models
internal import TextModels
internal import Tokenizers

/// A classifier with the template that makes a text of a row; for labels and for numbers.
struct RowClassifier {
  /// The text that is read, and how long it may be.
  struct Reading: Equatable {
    var ids: [Int]
    /// Tokens that were cut off at its beginning.
    var cut: [Int]
  }

  var classifier: TextClassifier
  private let template: TokenTemplate
  private let mostTokens: Int

  /// Puts a new head on the base, or goes on with one that has the same labels; from scratch makes a GPT with one.
  /// Throws ``RunProblems``, or why the base cannot be read.
  init(_ configuration: RunConfiguration, labels: [String], data: RunData, base: String?) throws {
    classifier =
      configuration.tuning.method == .scratch
      ? try Self.new(configuration, labels, data, base) : try Self.begun(configuration, labels, base)
    let problems = configuration.template.problems(contextLength: classifier.model.contextLength)
    if !problems.isEmpty { throw RunProblems(problems) }
    template = try TokenTemplate(
      configuration.template, tokenizer: classifier.tokenizer, endToken: classifier.endTokens.first)
    mostTokens = configuration.template.mostTokens
  }

  private static func new(
    _ configuration: RunConfiguration, _ labels: [String], _ data: RunData, _ base: String?
  ) throws -> TextClassifier {
    let prompt = try TokenTemplate.templates(configuration.template).prompt
    let (tokenizer, ends) = try configuration.newTokenizer(base: base) { try data.training.map { try $0.text(prompt) } }
    let gpt = try configuration.newGPT(vocabularySize: tokenizer.vocabularySize)
    let model = SequenceClassifier(gpt, labels: labels, seed: configuration.seed)
    return TextClassifier(
      name: configuration.name, AnyClassifyingModel(model), tokenizer: tokenizer, endTokens: ends)
  }

  private static func begun(
    _ configuration: RunConfiguration, _ labels: [String], _ base: String?
  ) throws -> TextClassifier {
    guard let base else { throw RunProblems("base", "is missing") }
    let seed = configuration.seed
    let model: AnyClassifyingModel
    switch try LoadedModel.load(from: base) {
    case .gpt(let gpt): model = AnyClassifyingModel(SequenceClassifier(gpt, labels: labels, seed: seed))
    case .sequenceClassifier(let before):
      // A number of another run is in other units.
      let goesOn = before.labels == labels && labels.count > 1
      model = AnyClassifyingModel(goesOn ? before : SequenceClassifier(before.body, labels: labels, seed: seed))
    case .bert(let bert):
      model = AnyClassifyingModel(
        bert.labels == labels && labels.count > 1 ? bert : bert.withLabels(labels, seed: seed))
    default:
      throw RunProblems(
        "base",
        "is \(configuration.base), a model of type \(try LoadedModel.modelType(of: base)); a GPT or a BERT can "
          + "get a head for labels")
    }
    let tokenizer = try TokenizerFiles.load(base)
    guard tokenizer.vocabularySize <= model.vocabularySize else {
      throw TextModelError.otherTokenizer(
        folder: base, tokens: tokenizer.vocabularySize, vocabularySize: model.vocabularySize)
    }
    return TextClassifier(
      name: configuration.name, model, tokenizer: tokenizer, endTokens: EndTokens.read(from: base))
  }

  /// Whether a parameter belongs to the head, which learns whatever the method.
  static func isHead(_ parameter: String) -> Bool {
    ["head.", "classifier.", "pooler."].contains { parameter.hasPrefix($0) } && !parameter.contains(".adapter.")
  }

  func text(of row: RunRow) throws(RunProblem) -> String { try template.prompt(of: row) }

  /// Throws if the row makes no tokens.
  func reading(_ row: RunRow) throws(RunProblem) -> Reading {
    let (ids, cut) = classifier.tokens(of: try text(of: row), most: mostTokens)
    guard !ids.isEmpty else {
      throw RunProblem("template.prompt", "makes an empty text of \(row.place), of which nothing can be told")
    }
    return Reading(ids: ids, cut: cut)
  }

  func view(of row: RunRow, target: String) throws(RunProblem) -> ExampleView {
    let reading = try reading(row)
    var view = template.view(
      TokenExample(ids: reading.ids, isLearnt: reading.ids.map { _ in false }, cut: reading.cut), row: row.number)
    view.target = target
    return view
  }

  /// What is read where nobody has said it: the column of texts.
  static func completed(_ configuration: RunConfiguration, columns: [String]) -> RunConfiguration {
    var configuration = configuration
    if configuration.template.isUsualPrompt {
      configuration.template.prompt = !columns.contains("text") && columns.contains("prompt") ? "{prompt}" : "{text}"
    }
    return configuration
  }

  /// The columns that are read, and that of the label or number.
  static func neededColumns(
    _ configuration: RunConfiguration
  ) throws(RunProblems) -> [(column: String, key: String)] {
    try TokenTemplate.templates(configuration.template).prompt.columns.map { ($0, "template.prompt") }
      + [("label", "data.columns")]
  }
}
