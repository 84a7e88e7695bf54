// What is reported of a task: for each kind of request the measures there are, from the samples that a model left.
internal import Foundation

/// A measure of a model on a task.
public struct TaskMeasure: Sendable {
  public let name: String
  /// One line: the range, what is better.
  public let explanation: String
  public let isLowerBetter: Bool
  /// Whether it is a share, or a mean of shares: 0 to 1, higher is better.
  public let isShare: Bool
  private let form: Form

  private enum Form: Sendable {
    /// The mean of each example's number.
    case mean(@Sendable (TaskSample) -> Double)
    /// The sum of one number over the sum of another, and then a function.
    case ratio(@Sendable (TaskSample) -> Double, @Sendable (TaskSample) -> Double, @Sendable (Double) -> Double)
    case text(any TextMetric)
  }

  private init(
    _ name: String, _ explanation: String, isLowerBetter: Bool = false, isShare: Bool = false, _ form: Form
  ) {
    self.isShare = isShare
    self.name = name
    self.explanation = explanation
    self.isLowerBetter = isLowerBetter
    self.form = form
  }
}

extension TaskMeasure {
  /// All that a request can be measured by; the first is what models are ranked by unless the task says another.
  public static func all(for request: TaskSettings.Request) -> [TaskMeasure] {
    switch request {
    case .choice:
      // The labels of a classification are choices, too.
      ChoiceScoring.allCases.map(accuracy) + [probability] + LabelMetric.Kind.allCases.map { measure(LabelMetric($0)) }
    case .logLikelihood:
      [
        TaskMeasure(
          "greedy", "0 to 1: the target is what greedy writing gives", isShare: true,
          .mean { $0.isGreedy == true ? 1 : 0 }),
        TaskMeasure("logLikelihood", "log p of a target in nats, higher is better", .mean { $0.logLikelihood ?? 0 }),
        perplexity("perplexity", "token of the targets") { Double($0.tokens ?? 0) },
      ]
    case .rolling:
      [
        TaskMeasure(
          "bitsPerByte", "bits to write down a byte of the texts, lower is better", isLowerBetter: true,
          .ratio({ -($0.logLikelihood ?? 0) }, { Double($0.bytes ?? 0) }, { $0 / log(2) })),
        perplexity("bytePerplexity", "byte") { Double($0.bytes ?? 0) },
        perplexity("wordPerplexity", "word, as white space divides them") { Double($0.words ?? 0) },
        perplexity("tokenPerplexity", "token; models with other tokenizers cannot be compared") {
          Double($0.tokens ?? 0)
        },
      ]
    case .generate:
      TextMetrics.all.map(measure)
    }
  }

  private static func measure(_ metric: any TextMetric) -> TaskMeasure {
    // Error rates and correlations are none, nor is what goes to 100.
    let isShare = !metric.isLowerBetter && metric.explanation.hasPrefix("0 to 1,")
    return TaskMeasure(
      metric.name, metric.explanation, isLowerBetter: metric.isLowerBetter, isShare: isShare, .text(metric))
  }

  /// What a task reports: what it names, the main measure first, and what is always reported beside it.
  public static func reported(for settings: TaskSettings) -> [TaskMeasure] {
    let all = all(for: settings.request)
    let names = settings.request == .generate && settings.metrics.isEmpty ? ["exact", "f1"] : settings.metrics
    let named = names.compactMap { name in all.first { $0.name == name } }
    let always: [TaskMeasure] =
      switch settings.request {
      case .generate: []
      case .choice: ChoiceScoring.allCases.map(accuracy) + [probability]
      case .logLikelihood, .rolling: all
      }
    var seen = Set<String>()
    return (named + always).filter { seen.insert($0.name).inserted }
  }

  /// A measure of a kind of request by its name; nil if there is none.
  public static func named(_ name: String, for request: TaskSettings.Request) -> TaskMeasure? {
    all(for: request).first { $0.name == name }
  }

  private static func accuracy(_ scoring: ChoiceScoring) -> TaskMeasure {
    let explanation =
      switch scoring {
      case .plain: "by log p(choice | prompt)"
      case .perCharacter: "by log p divided by its characters"
      case .perByte: "by log p divided by its bytes"
      case .unconditional: "by log p minus that without the prompt"
      }
    return TaskMeasure(
      scoring.measure, "0 to 1: the right choice is the likeliest, \(explanation)", isShare: true,
      .mean { sample in scoring.pick(from: sample.choices ?? []) == sample.right ? 1 : 0 })
  }

  private static let probability = TaskMeasure(
    "probability", "0 to 1: the probability of the right choice among all", isShare: true,
    .mean { sample in
      guard let choices = sample.choices, let right = sample.right, choices.indices.contains(right) else { return 0 }
      return choices.probabilities[right]
    })

  private static func perplexity(
    _ name: String, _ unit: String, _ count: @escaping @Sendable (TaskSample) -> Double
  ) -> TaskMeasure {
    TaskMeasure(
      name, "perplexity per \(unit); 1 or more, lower is better", isLowerBetter: true,
      .ratio({ -($0.logLikelihood ?? 0) }, count, { exp($0) }))
  }
}

extension ChoiceScoring {
  /// The name of the measure that picks in this way.
  public var measure: String {
    self == .plain ? "accuracy" : "accuracy" + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
  }
}

extension TaskMeasure {
  /// Reads all samples once; what comes back measures any of them by their places.
  public func scorer(of samples: [TaskSample]) -> @Sendable ([Int]) -> Double {
    switch form {
    case .mean(let number):
      let numbers = samples.map(number)
      return { rows in rows.isEmpty ? .nan : rows.reduce(0) { $0 + numbers[$1] } / Double(rows.count) }
    case .ratio(let over, let under, let then):
      let (overs, unders) = (samples.map(over), samples.map(under))
      return { rows in
        let sum = rows.reduce(0) { $0 + unders[$1] }
        return sum > 0 ? then(rows.reduce(0) { $0 + overs[$1] } / sum) : .nan
      }
    case .text(let metric): return metric.scorer(of: samples.map(\.textPair))
    }
  }

  /// Why a sample cannot be measured; nil if it can.
  func problem(with sample: TaskSample) -> String? {
    if case .text(let metric) = form { metric.problem(with: sample.textPair) } else { nil }
  }

  /// Of one example by itself.
  public func score(of sample: TaskSample) -> Double { scorer(of: [sample])([0]) }

  /// Of all samples, between the ends of the 95 % interval: Wilson's where each example is right or wrong, that of the
  /// bootstrap otherwise.
  public func estimate(of samples: [TaskSample], seed: Int = 0) -> Estimate {
    if case .text(let metric) = form { return metric.measured(samples.map(\.textPair), seed: seed).estimate }
    if case .mean(let number) = form {
      let numbers = samples.map(number)
      if numbers.allSatisfy({ $0 == 0 || $0 == 1 }) {
        return Estimate(share: numbers.count { $0 == 1 }, of: numbers.count)
      }
    }
    return Bootstrap.estimate(rows: samples.count, seed: seed, score: scorer(of: samples))
  }
}
