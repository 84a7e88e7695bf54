// What came of the runs of a search: scores with intervals, the best, and those that cannot be told apart from it.
internal import DataPreparation
internal import Evaluation

struct SearchJudge {
  private let search: Search
  private let endings: [Int: SearchSession.Ending]

  init(_ search: Search, _ endings: [Int: SearchSession.Ending]) { (self.search, self.endings) = (search, endings) }

  /// The validation score of a run as far as it is; nil before its first evaluation.
  static func score(of folder: RunFolder, by measure: String) -> Double? {
    guard folder.isRun, let run = try? RecordedRun(folder) else { return nil }
    return score(of: run, by: measure)
  }

  private static func score(of run: RecordedRun, by measure: String) -> Double? {
    let value = measure == "loss" ? run.best?.loss : run.metrics[measure]?.value
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  func result() throws -> SearchResult {
    let by = search.plan.by
    var runs: [Int: [RecordedRun]] = [:]
    var trials: [SearchResult.Trial] = []
    for trial in search.trials {
      let folders = search.folders(of: trial)
      let found = try folders.map { RunFolder("\(search.folder)/\($0)") }.filter(\.isRun).map { try RecordedRun($0) }
      runs[trial.number] = found
      let (status, reason) = status(trial, found, wanted: folders.count)
      let scores = found.compactMap { Self.score(of: $0, by: by) }
      trials.append(
        SearchResult.Trial(
          number: trial.number, values: trial.settings.map(\.value), folders: found.map(\.name), status: status,
          steps: found.map(\.step).max() ?? 0, totalSteps: search.totalSteps[trial.number - 1],
          score: Self.estimate(found, scores, by: by), scores: scores,
          seconds: found.reduce(0) { $0 + $1.state.seconds }, reason: reason, isTied: false))
    }
    var result = SearchResult(
      keys: search.plan.axes.map(\.key), by: by, isLowerBetter: RunMeasure.isLowerBetter(by), trials: trials,
      best: nil, seeds: search.plan.seeds, seconds: trials.reduce(0) { $0 + $1.seconds })
    guard let best = result.ranking.first else { return result }
    result.best = best.number
    for place in result.trials.indices where result.trials[place].status == .finished {
      let trial = result.trials[place]
      result.trials[place].isTied =
        trial.number == best.number
        || !isDistinct(trial, best, runs[trial.number] ?? [], runs[best.number] ?? [], by: by)
    }
    return result
  }

  private func status(
    _ trial: SearchPlan.Trial, _ found: [RecordedRun], wanted: Int
  ) -> (SearchResult.Trial.Status, reason: String?) {
    if found.contains(where: { $0.standing == .diverged }) { return (.failed, "diverged") }
    switch endings[trial.number] {
    case .failed(let reason): return (.failed, reason)
    case .givenUp: return (.givenUp, nil)
    case .leftOut where found.isEmpty: return (.leftOut, nil)
    default: break
    }
    if found.count == wanted, found.allSatisfy(\.isOver) { return (.finished, nil) }
    return (found.isEmpty ? .leftOut : .unfinished, nil)
  }

  /// Over seeds if there are several. Of one run the interval is that of the mean over its validation rows; the loss
  /// itself is a mean over tokens, so the interval is moved to it.
  private static func estimate(_ runs: [RecordedRun], _ scores: [Double], by measure: String) -> Estimate? {
    guard let first = scores.first else { return nil }
    guard scores.count == 1 else {
      let bar = ErrorBar(scores)
      return Estimate(bar.mean, low: bar.mean - bar.half, high: bar.mean + bar.half)
    }
    if measure != "loss", let estimate = runs.first?.metrics[measure] { return estimate }
    let losses = runs.first?.samples.map(\.loss).filter(\.isFinite) ?? []
    guard losses.count > 1 else { return Estimate(first, low: first, high: first) }
    let rows = Bootstrap.mean(of: losses)
    return Estimate(first, low: first + rows.low - rows.value, high: first + rows.high - rows.value)
  }

  /// Whether the difference of two trials is more than chance: over seeds, else over the rows that both answered.
  private func isDistinct(
    _ trial: SearchResult.Trial, _ best: SearchResult.Trial, _ runs: [RecordedRun], _ bestRuns: [RecordedRun],
    by measure: String
  ) -> Bool {
    if search.plan.seeds > 1 {
      let bar = ErrorBar(zip(trial.scores, best.scores).map { $0 - $1 })
      return abs(bar.mean) > bar.half
    }
    guard let run = runs.first, let bestRun = bestRuns.first else { return false }
    let statements = JudgedRows(run).compared(with: JudgedRows(bestRun)).statements
    return statements.contains { $0.measure == measure && $0.verdict != .cannotBeToldApart }
  }
}
