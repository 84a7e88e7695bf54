// Two models on one task, example by example: is the second really better?

/// The results of models A and B on the same examples.
public struct ResultComparison: Codable, Equatable, Sendable {
  /// One measure of both.
  public struct Measure: Codable, Equatable, Sendable {
    public var metric: String
    public var a: Estimate
    public var b: Estimate
    /// B less A, with the interval of the paired bootstrap.
    public var difference: Estimate
    /// How often a difference as great would be seen if there were none.
    public var pValue: Double
    public var verdict: PairedBootstrap.Verdict
    /// Where each example is right or wrong: McNemar's test, and how many only one of both got right.
    public var mcNemar: Double?
    public var onlyA: Int?
    public var onlyB: Int?
    /// If they cannot be told apart: how many examples more would tell, four times of five, if the difference is what it
    /// looks like. Nil if they can be, or if there is no difference at all.
    public var furtherExamples: Int?
  }

  /// An example of which both made something else.
  public struct Difference: Codable, Equatable, Sendable {
    /// Its place among the examples, from 0.
    public var example: Int
    /// By the main measure; of B less of A.
    public var a: Double
    public var b: Double
  }

  public var task: String
  public var a: String
  public var b: String
  public var examples: Int
  /// The main measure first.
  public var measures: [Measure]
  /// Those that differ most first; the earlier one of equal ones.
  public var differences: [Difference]

  /// Throws ``ResultComparisonError`` if both were not asked the same.
  ///
  /// - Parameter seed: of the bootstrap.
  public init(_ a: TaskResult, _ b: TaskResult, seed: Int = 0) throws(ResultComparisonError) {
    guard a.task == b.task, a.request == b.request else { throw .otherTask(a.task, b.task) }
    guard a.samples.count == b.samples.count else {
      throw .otherExamples(task: a.task, a.samples.count, b.samples.count)
    }
    for (place, pair) in zip(a.samples, b.samples).enumerated()
    where pair.0.prompt != pair.1.prompt || pair.0.targets != pair.1.targets {
      throw .otherExample(task: a.task, place)
    }
    task = a.task
    (self.a, self.b, examples) = (a.model, b.model, a.samples.count)
    let main = a.mainMetric
    let names = [main] + a.metrics.keys.filter { $0 != main && b.metrics[$0] != nil }.sorted()
    measures = names.compactMap { Self.measure($0, a, b, seed: seed) }
    differences = zip(a.samples, b.samples).enumerated().compactMap { place, pair in
      guard let a = pair.0.scores[main], let b = pair.1.scores[main], a != b else { return nil }
      return Difference(example: place, a: a, b: b)
    }.sorted { (-abs($0.b - $0.a), $0.example) < (-abs($1.b - $1.a), $1.example) }
  }

  private static func measure(_ name: String, _ a: TaskResult, _ b: TaskResult, seed: Int) -> Measure? {
    guard let measure = TaskMeasure.named(name, for: a.request), let first = a.metrics[name],
      let second = b.metrics[name]
    else {
      return nil
    }
    let test = PairedBootstrap(
      rows: a.samples.count, isLowerBetter: measure.isLowerBetter, seed: seed, a: measure.scorer(of: a.samples),
      b: measure.scorer(of: b.samples))
    var result = Measure(
      metric: name, a: first, b: second, difference: test.difference, pValue: test.pValue, verdict: test.verdict)
    let right = [a, b].map { $0.samples.map { $0.scores[name] } }
    if right.joined().allSatisfy({ $0 == 0 || $0 == 1 }) {
      let mcNemar = McNemarTest(right[0].map { $0 == 1 }, right[1].map { $0 == 1 })
      (result.mcNemar, result.onlyA, result.onlyB) = (mcNemar.pValue, mcNemar.onlyA, mcNemar.onlyB)
    }
    if test.verdict == .undecided { result.furtherExamples = further(test.difference, examples: a.samples.count) }
    return result
  }

  /// For a power of 80 % at the level of 5 % the standard error may be a (1.96 + 0.84)th of the difference, and it
  /// shrinks with the root of the examples.
  private static func further(_ difference: Estimate, examples: Int) -> Int? {
    let standardError = (difference.high - difference.low) / (2 * 1.96)
    guard difference.value != 0, standardError > 0 else { return nil }
    let factor = 2.8 * standardError / abs(difference.value)
    let needed = (Double(examples) * factor * factor).rounded(.up)
    return needed > Double(examples) ? Int(min(needed, 1e15)) - examples : nil
  }
}

/// Why two results cannot be compared.
public enum ResultComparisonError: Error, Equatable, Sendable, CustomStringConvertible {
  case otherTask(String, String)
  case otherExamples(task: String, Int, Int)
  case otherExample(task: String, Int)

  public var description: String {
    switch self {
    case .otherTask(let a, let b): "task \(a) cannot be compared with task \(b); both must be the same"
    case .otherExamples(let task, let a, let b):
      "of task \(task) one model was asked \(a) examples and the other \(b); run both with the same --limit"
    case .otherExample(let task, let place):
      "of task \(task) example \(place + 1) was not the same for both models; run both on the same data"
    }
  }
}
