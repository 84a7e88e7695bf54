// Telling texts apart: by two labels or by many.
internal import Evaluation
internal import Messages
public import Models
public import Tensors
internal import TextModels
public import Training

/// A GPT or a BERT that learns the labels of texts.
public struct ClassificationProblem: ProblemType {
  public struct Example: Equatable, Sendable {
    public var ids: [Int]
    /// Its number in the list of labels.
    public var label: Int
  }

  public let configuration: RunConfiguration
  private var rows: RowClassifier
  /// How much each label counts; nil: the same.
  private let weights: [Float]?
  private let metrics: [any TextMetric]

  public var learner: AnyClassifyingModel {
    get { rows.classifier.model }
    set { rows.classifier.model = newValue }
  }

  public static func completed(_ configuration: RunConfiguration, columns: [String]) -> RunConfiguration {
    var configuration = RowClassifier.completed(configuration, columns: columns)
    if configuration.evaluation.metrics == RunConfiguration.EvaluationSection().metrics {
      configuration.evaluation.metrics = ["accuracy", "f1-macro", "matthews"]
    }
    return configuration
  }

  public static func template(_ usual: RunConfiguration) -> RunConfiguration {
    var configuration = usual
    configuration.template.prompt = "{text}"
    configuration.tuning.method = .full
    configuration.training.learningRate = 0.0005
    configuration.evaluation.metrics = ["accuracy", "f1-macro", "matthews"]
    configuration.evaluation.rows = 1000
    return configuration
  }

  public static func neededColumns(
    _ configuration: RunConfiguration
  ) throws(RunProblems) -> [(column: String, key: String)] { try RowClassifier.neededColumns(configuration) }

  public init(_ configuration: RunConfiguration, data: RunData, base: String?) throws {
    var (metrics, problems) = configuration.evaluation.textMetrics
    var configuration = configuration
    let labels = try RunLabels.labels(configuration.data, data)
    for metric in metrics {
      guard let problem = labels.lazy.compactMap({ metric.problem(with: ($0, [$0])) }).first else { continue }
      problems.append(RunProblem("evaluation.metrics", "names \(metric.name), and \(problem)"))
    }
    if !problems.isEmpty { throw RunProblems(problems) }
    configuration.data.labels = labels
    rows = try RowClassifier(configuration, labels: labels, data: data, base: base)
    let numbers = data.training.compactMap { labels.firstIndex(of: RunLabels.label(of: $0)) }
    weights =
      configuration.training.classWeights == .balanced ? ClassWeights.balanced(numbers, count: labels.count) : nil
    self.metrics = metrics
    self.configuration = configuration
  }

  public func isNew(_ parameter: String) -> Bool { RowClassifier.isHead(parameter) }

  public func examples(of row: RunRow) throws(RunProblem) -> [Example] {
    let label = RunLabels.label(of: row)
    guard let number = learner.labels.firstIndex(of: label) else {
      throw RunProblem("data.labels", "has no \(label.quoted), the label of \(row.place)")
    }
    return [Example(ids: try rows.reading(row).ids, label: number)]
  }

  public func batch(_ examples: [Example]) throws -> LabelledBatch {
    try LabelledBatch(texts: examples.map(\.ids), labels: examples.map(\.label))
  }

  public func loss(_ learner: AnyClassifyingModel, _ batch: LabelledBatch) throws -> Tensor {
    try learner.labelLoss(batch, weights: weights)
  }

  public func view(of row: RunRow) throws(RunProblem) -> ExampleView {
    try rows.view(of: row, target: RunLabels.label(of: row))
  }

  /// The likeliest label of each row; its loss is that of the right one, unweighted.
  public func judgement(of learner: AnyClassifyingModel, on rows: [RunRow], shouldStop: () -> Bool) throws -> Judgement
  {
    let samples = try rows.inGroups(of: 32, shouldStop: shouldStop) { rows in
      let examples = try rows.flatMap { try self.examples(of: $0) }
      let logProbabilities = try Tensor.withoutGradients {
        try learner.check(batch(examples).tokens)
        return try learner.classLogits(batch(examples).tokens).logSoftmax()
      }
      return try zip(rows, examples).enumerated().map { place, pair in
        let (row, example) = pair
        let each = logProbabilities[place].scalars
        let likeliest = each.indices.max { (each[$0], $1) < (each[$1], $0) } ?? 0
        return RunSample(
          row: row.number, prompt: try self.rows.text(of: row), expected: learner.labels[example.label],
          answer: learner.labels[likeliest], loss: Double("\(-each[example.label])") ?? .infinity, scores: [:])
      }
    }
    return Judgement(samples, references: samples.map { [$0.expected] }, metrics: metrics)
  }

  public func save(_ learner: AnyClassifyingModel, to folder: String) throws {
    var classifier = rows.classifier
    classifier.model = learner
    try classifier.save(to: folder)
  }
}
