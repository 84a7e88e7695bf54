// Foreseeing a number from a text.
internal import DataPreparation
internal import Evaluation
internal import Foundation
internal import Messages
public import Models
public import Tensors
internal import TextModels
public import Training

/// A GPT or a BERT that learns numbers: in units of their standard deviation, from their mean on, both of the training
/// rows. The model that is written gives them as they were.
public struct RegressionProblem: ProblemType {
  public struct Example: Equatable, Sendable {
    public var ids: [Int]
    /// In units of the standard deviation, from the mean on.
    public var number: Float
  }

  public let configuration: RunConfiguration
  private var rows: RowClassifier
  private let mean: Double
  private let deviation: Double
  private let metrics: [any TextMetric]

  public var learner: AnyClassifyingModel {
    get { rows.classifier.model }
    set { rows.classifier.model = newValue }
  }

  public static func completed(_ configuration: RunConfiguration, columns: [String]) -> RunConfiguration {
    var configuration = RowClassifier.completed(configuration, columns: columns)
    if configuration.evaluation.metrics == RunConfiguration.EvaluationSection().metrics {
      configuration.evaluation.metrics = usualMetrics
    }
    if configuration.data.labels.isEmpty {
      configuration.data.labels = [configuration.data.columns["label"] ?? "number"]
    }
    return configuration
  }

  /// By how much it is wrong, in the numbers' own unit; what share of their spread it tells; whether it orders them.
  private static let usualMetrics = ["mae", "r2", "spearman"]

  public static func template(_ usual: RunConfiguration) -> RunConfiguration {
    var configuration = ClassificationProblem.template(usual)
    configuration.evaluation.metrics = usualMetrics
    return configuration
  }

  public static func neededColumns(
    _ configuration: RunConfiguration
  ) throws(RunProblems) -> [(column: String, key: String)] { try RowClassifier.neededColumns(configuration) }

  public init(_ configuration: RunConfiguration, data: RunData, base: String?) throws {
    var problems: [RunProblem]
    (metrics, problems) = configuration.evaluation.textMetrics
    if configuration.data.labels.count > 1 {
      problems.append(
        RunProblem(
          "data.labels",
          "names \(configuration.data.labels.count) labels, and a regression has one number; take problem: "
            + "classification, or leave them out"))
    }
    // Rows without a number are reported when they become examples.
    let numbers = data.training.compactMap { try? Self.number(of: $0) }
    mean = numbers.reduce(0, +) / Double(max(1, numbers.count))
    let mean = mean
    deviation = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, numbers.count))).squareRoot()
    if let first = numbers.first, !(deviation > 0) {
      problems.append(
        RunProblem("data.train", "has the number \(first) in every row; there is nothing to tell from the texts"))
    }
    if !problems.isEmpty { throw RunProblems(problems) }
    rows = try RowClassifier(configuration, labels: configuration.data.labels, data: data, base: base)
    self.configuration = configuration
  }

  /// Throws for what is no number.
  static func number(of row: RunRow) throws(RunProblem) -> Double {
    let text = RunLabels.label(of: row)
    guard let number = Double(text), number.isFinite, abs(number) < 1e30 else {
      let comma = text.contains(",") ? "; numbers have a decimal point, as in 3.5" : ""
      throw RunProblem("data.columns", "takes \(text.quoted) as the label of \(row.place), which is no number\(comma)")
    }
    return number
  }

  public func isNew(_ parameter: String) -> Bool { RowClassifier.isHead(parameter) }

  public func examples(of row: RunRow) throws(RunProblem) -> [Example] {
    let number = (try Self.number(of: row) - mean) / deviation
    return [Example(ids: try rows.reading(row).ids, number: Float(number))]
  }

  public func batch(_ examples: [Example]) throws -> RegressionBatch {
    try RegressionBatch(texts: examples.map(\.ids), numbers: examples.map(\.number))
  }

  public func loss(_ learner: AnyClassifyingModel, _ batch: RegressionBatch) throws -> Tensor {
    try learner.squaredError(batch)
  }

  public func view(of row: RunRow) throws(RunProblem) -> ExampleView {
    try rows.view(of: row, target: "\(try Self.number(of: row))")
  }

  /// The number that the model gives each row; its loss is the squared error in units of the deviation.
  public func judgement(of learner: AnyClassifyingModel, on rows: [RunRow], shouldStop: () -> Bool) throws -> Judgement
  {
    let samples = try rows.inGroups(of: 32, shouldStop: shouldStop) { rows in
      let examples = try rows.flatMap { try self.examples(of: $0) }
      let outputs = try learner.numbers(batch(examples).tokens)
      return try rows.enumerated().map { place, row in
        let error = outputs[place] - examples[place].number
        return RunSample(
          row: row.number, prompt: try self.rows.text(of: row), expected: RunLabels.label(of: row),
          answer: Self.text(Double(outputs[place]) * deviation + mean), loss: Double("\(error * error)") ?? .infinity,
          scores: [:])
      }
    }
    return Judgement(samples, references: samples.map { [$0.expected] }, metrics: metrics)
  }

  /// With six digits that count: more a float does not know.
  private static func text(_ number: Double) -> String { String(format: "%.6g", number) }

  public func save(_ learner: AnyClassifyingModel, to folder: String) throws {
    var classifier = rows.classifier
    classifier.model = learner.withOutputs(times: Float(deviation), plus: Float(mean))
    try classifier.save(to: folder)
  }
}
