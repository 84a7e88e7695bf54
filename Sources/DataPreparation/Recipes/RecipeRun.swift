// Rows through a recipe, step by step, with the count of everything that happened to them.
internal import Corpora

/// What a recipe made of some rows.
public struct RecipeRun: Equatable, Sendable {
  public var rows: [TrainingRow]
  /// One a step, in their order.
  public var steps: [StepReport]
}

/// What one step did, counted, with a few samples.
public struct StepReport: Equatable, Sendable {
  public var name: String
  public var rowsIn: Int
  public var rowsOut: Int
  public var added = 0
  /// Why rows were dropped, and how many for each reason; together `rowsIn + added - rowsOut`.
  public var reasons: [String: Int] = [:]
  /// What was changed, and in how many rows.
  public var changes: [String: Int] = [:]
  /// How many rows are no longer what they were.
  public var changed = 0
  /// At most three, one of each reason before a second of any, drawn by the seed.
  public var droppedSamples: [RecipeOutcome.Dropped] = []
  public var changedSamples: [RecipeOutcome.Changed] = []
  public var note: String?

  public var dropped: Int { reasons.values.reduce(0, +) }
}

extension Recipe {
  /// Sends rows through all steps.
  ///
  /// - Parameter report: called after each step.
  public func run(
    on rows: [TrainingRow], report: (StepReport) -> Void = { _ in }
  ) throws(RecipeError) -> RecipeRun {
    var run = RecipeRun(rows: rows, steps: [])
    for (number, step) in steps.enumerated() {
      let outcome = try step.apply(run.rows, seed: seed &+ number)
      let stepReport = StepReport(type(of: step).name, rowsIn: run.rows.count, outcome, seed: seed &+ number)
      run.rows = outcome.rows
      run.steps.append(stepReport)
      report(stepReport)
    }
    return run
  }
}

extension StepReport {
  static let mostSamples = 3

  init(_ name: String, rowsIn: Int, _ outcome: RecipeOutcome, seed: Int) {
    self.init(name: name, rowsIn: rowsIn, rowsOut: outcome.rows.count, added: outcome.added, note: outcome.note)
    for dropped in outcome.dropped { reasons[dropped.reason, default: 0] += 1 }
    for change in outcome.changed {
      for reason in Set(change.reasons) { changes[reason, default: 0] += 1 }
    }
    changed = outcome.changed.count
    droppedSamples = Self.samples(outcome.dropped, seed: seed) { $0.reason }
    changedSamples = Self.samples(outcome.changed, seed: seed) { $0.reasons.first ?? "" }
  }

  private static func samples<Element>(
    _ all: [Element], seed: Int, reason: (Element) -> String
  ) -> [Element] {
    var random = CorpusRandom(seed: seed)
    var seen: [String: Int] = [:]
    let order = all.indices.map { $0 }.inRandomOrder(using: &random)
    // The first of each reason, then the second of each, and in their own order again.
    let turns = order.map { index in
      let turn = seen[reason(all[index]), default: 0]
      seen[reason(all[index])] = turn + 1
      return (turn, index)
    }
    return turns.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.prefix(mostSamples)
      .map(\.element.1).sorted().map { all[$0] }
  }
}
