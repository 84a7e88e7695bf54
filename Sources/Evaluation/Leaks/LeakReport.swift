// What leaks are worth: how many there are, and what a model reaches without them.

/// The leaks of a task, and the measures of a model on all items, on those that leaked, and on the others.
public struct LeakReport: Codable, Equatable, Sendable {
  public struct Score: Codable, Equatable, Sendable {
    public var model: String
    public var metric: String
    public var all: Estimate
    /// Nil if there are none.
    public var leaked: Estimate?
    public var clean: Estimate?
  }

  public var task: String
  public var examples: Int
  public var rows: Int
  public var leaks: [LeakCheck.Leak]
  /// The share of items that leaked, with Wilson's interval.
  public var share: Estimate
  /// A model's main measure; empty without results.
  public var scores: [Score]

  public init(_ task: EvaluationTask, rows: Int, leaks: [LeakCheck.Leak], results: [TaskResult] = []) {
    self.task = task.name
    examples = task.items.count
    self.rows = rows
    self.leaks = leaks
    share = Estimate(share: leaks.count, of: task.items.count)
    let lines = Set(leaks.map { task.items[$0.example].line })
    scores = results.compactMap { result in
      guard let measure = TaskMeasure.named(result.mainMetric, for: result.request), let all = result.main else {
        return nil
      }
      func estimate(_ samples: [TaskSample]) -> Estimate? { samples.isEmpty ? nil : measure.estimate(of: samples) }
      return Score(
        model: result.model, metric: measure.name, all: all,
        leaked: estimate(result.samples.filter { lines.contains($0.line) }),
        clean: estimate(result.samples.filter { !lines.contains($0.line) }))
    }
  }

  public func count(_ kind: LeakCheck.Leak.Kind) -> Int { leaks.count { $0.kind == kind } }
}
