// What is reported of a task: for each kind of request the measures there are, from the samples that a model left.
internal import Foundation

/// A measure of a model on a task.
public struct TaskMeasure: Sendable {
  public let name: String
  /// One line: the range, what is better.
  public let explanation: String
  public let isLowerBetter: Bool
  private let form: Form

  private enum Form: Sendable {
    /// The mean of each example's number.
    case mean(@Sendable (TaskSample) -> Double)
    /// The sum of one number over the sum of another, and then a function.
    case ratio(@Sendable (TaskSample) -> Double, @Sendable (TaskSample) -> Double, @Sendable (Double) -> Double)
    case text(any TextMetric)
  }

  private init(_ name: String, _ explanation: String, isLowerBetter: Bool = false, _ form: Form) {
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
    case .choice: ChoiceScoring.allCases.map(accuracy) + [probability]
    case .logLikelihood:
      [
        TaskMeasure("greedy", "0 to 1: the target is what greedy writing gives", .mean { $0.isGreedy == true ? 1 : 0 }),
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
      TextMetrics.all.map { TaskMeasure($0.name, $0.explanation, isLowerBetter: $0.isLowerBetter, .text($0)) }
    }
  }

  /// What a task reports: what it names, the main measure first, and what is always reported beside it.
  public static func reported(for settings: TaskSettings) -> [TaskMeasure] {
    let all = all(for: settings.request)
    let usual = settings.request == .generate && settings.metrics.isEmpty ? ["exact", "f1"] : []
    let named = (settings.metrics + usual).compactMap { name in all.first { $0.name == name } }
    let rest =
      settings.request == .generate ? [] : all.filter { measure in !named.contains { $0.name == measure.name } }
    var seen = Set<String>()
    return (named + rest).filter { seen.insert($0.name).inserted }
  }

  /// A measure by its name, whatever the request; nil if there is none.
  public static func named(_ name: String) -> TaskMeasure? {
    TaskSettings.Request.allCases.lazy.flatMap { all(for: $0) }.first { $0.name == name }
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
      scoring.measure, "0 to 1: the right choice is the likeliest, \(explanation)",
      .mean { sample in scoring.pick(from: sample.choices ?? []) == sample.right ? 1 : 0 })
  }

  private static let probability = TaskMeasure(
    "probability", "0 to 1: the probability of the right choice among all",
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
