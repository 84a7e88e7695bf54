// The runs of a search in their order: rung by rung, within the time there is.
internal import DataPreparation
internal import Foundation
internal import Messages

extension Search {
  /// Makes all runs that are not finished yet. A run that fails is noted, and the search goes on. Throws ``SearchError``
  /// if the folder holds other runs, and what writing throws.
  ///
  /// - Parameters:
  ///   - shouldStop: asked before each step; true ends the search after a checkpoint, and the same search goes on there.
  public func run(
    shouldStop: @escaping () -> Bool = { false }, report: @escaping (Event) -> Void = { _ in }
  ) throws -> SearchResult {
    var session = SearchSession(self, shouldStop: shouldStop, report: report)
    try session.run()
    let result = try SearchJudge(self, session.endings).result()
    try RunFiles.write(json: result, to: "\(folder)/search.json")
    return result
  }

  /// How far a search in this folder has come, without training. Throws what reading throws.
  public func found() throws -> SearchResult { try SearchJudge(self, [:]).result() }
}

/// One session of a search: what is known so far.
struct SearchSession {
  /// How a trial ended, if its runs do not say so themselves.
  enum Ending {
    case failed(String)
    case givenUp
    case leftOut
  }

  private let search: Search
  private let shouldStop: () -> Bool
  private let report: (Search.Event) -> Void
  /// By the numbers of the trials.
  private(set) var endings: [Int: Ending] = [:]
  private var hasToldBudget = false
  private var isTimeOver = false

  init(_ search: Search, shouldStop: @escaping () -> Bool, report: @escaping (Search.Event) -> Void) {
    (self.search, self.shouldStop, self.report) = (search, shouldStop, report)
  }

  mutating func run() throws {
    var alive = search.trials
    let rungs = search.plan.rungs(trials: alive.count)
    for rung in rungs {
      try run(alive, rung: rung, rungs)
      guard !shouldStop(), !isTimeOver, rung > 1 else { break }
      alive = try survivors(of: alive.filter { endings[$0.number] == nil }, rung: rung)
    }
  }

  /// Brings the runs of some trials to the end of a rung.
  private mutating func run(_ alive: [SearchPlan.Trial], rung: Int, _ rungs: [Int]) throws {
    for (place, trial) in alive.enumerated() {
      guard !shouldStop() else { return }
      for (number, folder) in search.folders(of: trial).enumerated() where endings[trial.number] == nil {
        guard !shouldStop() else { return }
        let total = search.totalSteps[trial.number - 1]
        let goal = rung == 1 ? total : max(1, total / rung)
        let run = RunFolder("\(search.folder)/\(folder)")
        let seed = search.base.seed + number
        let configuration = try Search.configuration(
          search.base, trial, seed: trial.settings.last { $0.key == "seed" }.flatMap { Int($0.value) } ?? seed,
          rungs: rungs, totalSteps: total)
        let experiment = try Experiment(configuration, from: search.origin)
        let made = run.isRun ? try madeSteps(run, experiment) : 0
        guard made < goal else { continue }
        guard try hasTime(for: goal - made, left: alive[place...]) else {
          endings[trial.number] = .leftOut
          isTimeOver = true
          break
        }
        report(.began(trial, seed: seed, done: place, of: alive.count))
        try advance(trial, experiment, run, from: made, to: goal, of: total)
      }
    }
  }

  private mutating func advance(
    _ trial: SearchPlan.Trial, _ experiment: Experiment, _ run: RunFolder, from made: Int, to goal: Int, of total: Int
  ) throws {
    let reached = Reached(made)
    let every = experiment.configuration.training.evaluateEvery
    let endsWithEvaluation = every > 0 && goal % every == 0
    let (shouldStop, report) = (shouldStop, report)
    // Only a first run that is longer than all the time there is is cut short: of the others it is known how long they
    // take.
    let spent = try spent()
    let limit = spent.steps == 0 && search.plan.minutes > 0 ? Date.now + search.plan.minutes * 60 : Date.distantFuture
    do {
      let state = try experiment.run(
        in: run.path,
        shouldStop: { shouldStop() || (goal < total && reached.step >= goal) || Date.now > limit }
      ) { progress in
        // The evaluation of a rung comes after its last step, and is what the rung is for.
        if progress.isEvaluation || progress.line.step < goal || !endsWithEvaluation {
          reached.step = progress.line.step
        }
        report(.progress(progress, folder: run.path))
      }
      if Date.now > limit { isTimeOver = true }
      report(.ended(trial, seed: experiment.configuration.seed, score: SearchJudge.score(of: run, by: search.plan.by)))
      if state.status == .diverged { endings[trial.number] = .failed("it diverged") }
    } catch let error as ExperimentError {
      guard case .diverged(_, let step, let reason, _, _) = error else { throw error }
      endings[trial.number] = .failed("diverged at step \(step): \(reason)")
      report(.failed(trial, reason: "diverged at step \(step)"))
    }
  }

  /// The steps that a run made already. Throws if it is a run of something else.
  private func madeSteps(_ run: RunFolder, _ experiment: Experiment) throws -> Int {
    let state = try run.readState()
    let there = Dictionary(try run.readConfiguration().values) { $1 }
    let different = experiment.configuration.values.first { key, value in
      key != "name" && key != "base" && !key.hasPrefix("data.") && there[key] != value
    }
    if let different {
      throw SearchError(
        "\(run.path.harmless) holds a run of another configuration (\(different.key) is \(there[different.key] ?? "nothing") "
          + "there, \(different.value) here); name another folder (--out), or remove that one")
    }
    guard state.dataChecksum == experiment.data.checksum else {
      throw SearchError(
        "\(run.path.harmless) holds a run on other rows; name another folder (--out), or remove that one")
    }
    switch state.status {
    case .finished, .stoppedEarly, .diverged: return .max
    case .running, .interrupted: return state.steps
    }
  }

  // MARK: Time

  /// Seconds and steps of all runs so far, earlier sessions included.
  private func spent() throws -> (seconds: Double, steps: Int) {
    var (seconds, steps) = (0.0, 0)
    for folder in search.trials.flatMap(search.folders(of:)) {
      let run = RunFolder("\(search.folder)/\(folder)")
      guard run.isRun, let state = try? run.readState() else { continue }
      seconds += state.seconds
      steps += state.steps
    }
    return (seconds, steps)
  }

  /// Whether so many steps more fit into the budget, by how long steps took so far.
  private mutating func hasTime(for steps: Int, left: ArraySlice<SearchPlan.Trial>) throws -> Bool {
    guard search.plan.minutes > 0 else { return true }
    if isTimeOver { return false }
    let (seconds, made) = try spent()
    guard made > 0 else { return true }
    let (rate, rest) = (seconds / Double(made), search.plan.minutes * 60 - seconds)
    if !hasToldBudget {
      hasToldBudget = true
      let perRun = rate * Double(steps)
      let wanted = left.count * search.plan.seeds
      let fitting = min(wanted, max(0, Int(rest / perRun)))
      if fitting < wanted { report(.budget(secondsPerRun: perRun, fitting: fitting, of: wanted)) }
    }
    return rate * Double(steps) <= rest
  }

  // MARK: Halving

  private mutating func survivors(of alive: [SearchPlan.Trial], rung: Int) throws -> [SearchPlan.Trial] {
    let isLowerBetter = RunMeasure.isLowerBetter(search.plan.by)
    let ranked = alive.compactMap { trial -> (trial: SearchPlan.Trial, score: Double)? in
      let scores = search.folders(of: trial).compactMap {
        SearchJudge.score(of: RunFolder("\(search.folder)/\($0)"), by: search.plan.by)
      }
      return scores.isEmpty ? nil : (trial, scores.reduce(0, +) / Double(scores.count))
    }.sorted { $0.score == $1.score ? $0.trial.number < $1.trial.number : ($0.score < $1.score) == isLowerBetter }
    let kept = ranked.prefix(SearchPlan.survivors(of: alive.count)).map(\.trial)
    let given = alive.map(\.number).filter { number in !kept.contains { $0.number == number } }
    for number in given { endings[number] = .givenUp }
    if !given.isEmpty, let first = alive.first {
      report(.givenUp(given, afterSteps: max(1, search.totalSteps[first.number - 1] / rung)))
    }
    return kept.sorted { $0.number < $1.number }
  }

  /// The step that a run has come to, told and asked by closures.
  private final class Reached {
    var step: Int
    init(_ step: Int) { self.step = step }
  }
}
