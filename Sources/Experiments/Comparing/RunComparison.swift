// Several runs beside each other: what was different, what came of it, and which differences are none.
internal import DataPreparation
public import Evaluation
internal import Hashing

/// Runs compared with the first of them.
public struct RunComparison: Sendable {
  /// A key of the configuration whose values are not the same everywhere.
  public struct Difference: Equatable, Sendable {
    public var key: String
    /// In the order of the runs; nil where the problem or method has no such key.
    public var values: [String?]
  }

  /// One measure of all runs.
  public struct Measure: Equatable, Sendable {
    public var name: String
    /// In the order of the runs; nil where it was not measured.
    public var estimates: [Estimate?]
  }

  /// What can be said of two runs that were judged on the same rows.
  public struct Statement: Equatable, Sendable {
    public enum Verdict: String, Sendable { case better, worse, cannotBeToldApart }

    /// The name of the run that is compared, and of the first one.
    public var run, baseline: String
    public var measure: String
    /// The mean of the differences, run minus baseline, row by row, with the interval of the paired bootstrap.
    public var difference: Estimate
    public var rows: Int
    public var verdict: Verdict
  }

  public let runs: [RecordedRun]
  public let differences: [Difference]
  public let measures: [Measure]
  public let statements: [Statement]
  /// Sentences about runs that cannot be compared, and why.
  public let refusals: [String]

  /// - Parameter runs: at least one.
  public init(_ runs: [RecordedRun]) {
    self.runs = runs
    differences = Self.differences(runs)
    let names = Set(runs.flatMap(\.metrics.keys)).sorted()
    measures = names.map { name in Measure(name: name, estimates: runs.map { $0.metrics[name] }) }
    var statements: [Statement] = []
    var refusals: [String] = []
    if let baseline = runs.first {
      let evidence = JudgedRows(baseline)
      for run in runs.dropFirst() {
        let found = JudgedRows(run).compared(with: evidence)
        statements += found.statements
        refusals += found.refusals
      }
    }
    (self.statements, self.refusals) = (statements, refusals)
  }

  private static func differences(_ runs: [RecordedRun]) -> [Difference] {
    let values = runs.map { Dictionary($0.configuration.values) { $1 } }
    var keys: [String] = []
    for key in runs.flatMap({ $0.configuration.values.map(\.key) }) where !keys.contains(key) { keys.append(key) }
    return keys.compactMap { key in
      let found = values.map { $0[key] }
      return key != "name" && Set(found).count > 1 ? Difference(key: key, values: found) : nil
    }
  }
}

/// What a run was judged on.
struct JudgedRows {
  let run: RecordedRun
  /// By the number of the row.
  let samples: [Int: RunSample]
  /// SHA-256 of validation.jsonl; nil if there is none.
  let rowsChecksum: String?
  let tokenizerChecksum: String?

  init(_ run: RecordedRun) {
    self.init(run, samples: run.samples, rowsChecksum: Self.checksum(run.folder.validationRows))
  }

  /// - Parameter samples: answers to rows that the checksum stands for.
  init(_ run: RecordedRun, samples: [RunSample], rowsChecksum: String?) {
    self.run = run
    self.samples = Dictionary(samples.map { ($0.row, $0) }) { $1 }
    self.rowsChecksum = rowsChecksum
    tokenizerChecksum = Self.checksum("\(run.folder.model)/tokenizer.json")
  }

  private static func checksum(_ path: String) -> String? {
    (try? DataFile.read(path)).map { SHA256.hexadecimal(of: $0) }
  }

  func compared(with baseline: JudgedRows) -> (statements: [RunComparison.Statement], refusals: [String]) {
    let names = "\(run.name) and \(baseline.run.name)"
    guard !samples.isEmpty, !baseline.samples.isEmpty else {
      let open = [self, baseline].filter(\.samples.isEmpty).map(\.run.name).joined(separator: " and ")
      return ([], ["\(open) has no validation rows with answers, so there is nothing to compare row by row."])
    }
    guard run.state.problem == baseline.run.state.problem else {
      return ([], ["\(names) are different problems: \(run.state.problem) and \(baseline.run.state.problem)."])
    }
    guard rowsChecksum == baseline.rowsChecksum else {
      return (
        [],
        [
          "\(names) were judged on other rows, so their metrics say nothing about each other. Judge both on one file: "
            + "lectern experiments evaluate RUN --data FILE."
        ]
      )
    }
    let rows = Set(samples.keys).intersection(baseline.samples.keys).sorted()
    guard rows.count > 1 else { return ([], ["\(names) have no validation rows in common that were answered."]) }
    var refusals: [String] = []
    var statements: [RunComparison.Statement] = []
    if tokenizerChecksum == baseline.tokenizerChecksum {
      statements += statement("loss", rows, baseline) { $0.loss }
    } else {
      refusals.append("The losses of \(names) are per token, and their tokens are others: they cannot be compared.")
    }
    let measured = Set(samples.values.flatMap(\.scores.keys))
      .intersection(baseline.samples.values.flatMap(\.scores.keys)).sorted()
    for name in measured { statements += statement(name, rows, baseline) { $0.scores[name] ?? .nan } }
    return (statements, refusals)
  }

  private func statement(
    _ measure: String, _ rows: [Int], _ baseline: JudgedRows, _ value: (RunSample) -> Double
  ) -> [RunComparison.Statement] {
    let differences = rows.compactMap { row -> Double? in
      guard let ours = samples[row], let theirs = baseline.samples[row] else { return nil }
      let difference = value(ours) - value(theirs)
      return difference.isFinite ? difference : nil
    }
    guard differences.count > 1 else { return [] }
    let estimate = Bootstrap.mean(of: differences)
    return [
      RunComparison.Statement(
        run: run.name, baseline: baseline.run.name, measure: measure, difference: estimate, rows: differences.count,
        verdict: .init(estimate, isLowerBetter: RunMeasure.isLowerBetter(measure)))
    ]
  }
}

extension RunComparison.Statement.Verdict {
  /// A difference whose interval holds 0 is none.
  init(_ difference: Estimate, isLowerBetter: Bool) {
    if difference.low > 0 || difference.high < 0 {
      self = (difference.value > 0) == isLowerBetter ? .worse : .better
    } else {
      self = .cannotBeToldApart
    }
  }
}

/// What is known of a measure by its name alone.
public enum RunMeasure {
  public static func isLowerBetter(_ name: String) -> Bool {
    if let metric = try? TextMetrics.named(name) { return metric.isLowerBetter }
    return ["loss", "error", "brier"].contains { name.lowercased().hasSuffix($0) }
  }
}
