// What a run from scratch begins with: a tokenizer, and a model that knows nothing.
internal import Evaluation
internal import Models
internal import TextModels
internal import Tokenizers

extension RunConfiguration {
  static let endOfText = "<|endoftext|>"

  /// The tokenizer of the base if one is named, else one that is trained on texts; and the tokens that end a text.
  func newTokenizer(
    base: String?, texts: () throws -> [String]
  ) throws -> (tokenizer: any Tokenizer, endTokens: [Int]) {
    guard let base else {
      let tokenizer = try BytePairTokenizer.train(
        on: texts(), vocabularySize: model.vocabularySize, specialTokens: [Self.endOfText])
      return (tokenizer, tokenizer.id(of: Self.endOfText).map { [$0] } ?? [])
    }
    let tokenizer = try TokenizerFiles.load(base)
    let ends = EndTokens.read(from: base)
    return (tokenizer, ends.isEmpty ? tokenizer.id(of: Self.endOfText).map { [$0] } ?? [] : ends)
  }

  /// Throws ``ConfigurationError``.
  func newGPT(vocabularySize: Int) throws -> GPT {
    let sizes = GPTConfiguration(
      vocabularySize: vocabularySize, contextLength: model.contextLength, layers: model.layers, heads: model.heads,
      channels: model.channels, dropout: Float(model.dropout))
    try sizes.check()
    return GPT(sizes, seed: seed)
  }
}

extension RunConfiguration.TemplateSection {
  /// What is wrong with ``mostTokens`` for a model; nothing if it sees so many.
  func problems(contextLength: Int) -> [RunProblem] {
    guard mostTokens > contextLength else { return [] }
    return [
      RunProblem(
        "template.mostTokens",
        "is \(mostTokens), and the model sees \(contextLength) tokens at once; take so many or fewer")
    ]
  }

  /// Whether nobody has said what is read.
  var isUsualPrompt: Bool { prompt == Self().prompt }
}

extension RunConfiguration.EvaluationSection {
  /// The measures by their names, and what is wrong with those that there are not.
  var textMetrics: (metrics: [any TextMetric], problems: [RunProblem]) {
    var (found, problems): ([any TextMetric], [RunProblem]) = ([], [])
    for name in metrics {
      do throws(UnknownMetric) { found.append(try TextMetrics.named(name)) } catch {
        problems.append(RunProblem("evaluation.metrics", "names what is not there: \(error)"))
      }
    }
    return (found, problems)
  }
}
