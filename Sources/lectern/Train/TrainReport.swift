// What `lectern train` says: what the run is, how it goes, how it ended.
import Evaluation
import Experiments
import LessonDocuments
import Rendering
import StepRecords
import SystemTools

/// Text on standard output, unless that is kept for JSON; progress on standard error.
final class TrainReport {
  private let options: TextOptions
  private let isShown: Bool
  private var progress: ProgressDisplay
  private var records = TrainingRecords()

  init(options: TextOptions, progress: TextOptions, isShown: Bool) {
    (self.options, self.isShown) = (options, isShown)
    self.progress = ProgressDisplay(options: progress)
  }

  // MARK: Before

  /// Rows token by token.
  func show(_ views: [ExampleView], of experiment: Experiment) {
    warn(experiment)
    for view in views { write(ExamplePicture.lines(view, options: options) + [StyledLine()]) }
    write([counts(experiment)])
  }

  func begin(_ experiment: Experiment, at place: RunDestination) throws {
    warn(experiment)
    let configuration = experiment.configuration
    let start = experiment.base.map { " from \($0.harmless)" } ?? ""
    var lines = [
      StyledLine(place.folder.path.harmless, TextStyle(bold: true))
        + StyledLine("  \(configuration.problem.rawValue), \(configuration.tuning.method.rawValue)\(start)"),
      counts(experiment),
    ]
    if let quantization = experiment.quantization { lines.append(StyledLine("Rounded to \(quantization)")) }
    if place.isResumed { lines.append(StyledLine("It goes on from its last checkpoint.")) }
    if let repeated = place.repeated {
      lines.append(
        StyledLine("\(repeated.path.harmless) is finished and of the same settings, so its losses are compared."))
    }
    if let first = place.differences.first, place.repeated == nil {
      let more = place.differences.count > 1 ? ", and \(place.differences.count - 1) more" : ""
      lines.append(StyledLine("The finished run of that name was made otherwise: \(first)\(more)."))
    }
    if !place.isResumed {
      lines += try experiment.views(1).flatMap { ExamplePicture.lines($0, most: 4, options: options) }
    }
    write(lines + [StyledLine()])
  }

  private func counts(_ experiment: Experiment) -> StyledLine {
    let share = Double(experiment.trainableParameterCount) / Double(max(1, experiment.parameterCount)) * 100
    let rounded = share >= 10 ? "\(Int(share.rounded()))" : "\((share * 100).rounded() / 100)"
    return StyledLine(
      "\(Self.counted(experiment.data.training.count, "row")) to learn from, \(experiment.data.validation.count) to judge by; "
        + "\(experiment.trainableParameterCount) of \(experiment.parameterCount) parameters learn (\(rounded) %); "
        + "\(experiment.totalSteps) steps")
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func warn(_ experiment: Experiment) {
    for warning in experiment.data.warnings { StandardError.write("lectern: note: \(warning)\n") }
  }

  // MARK: During

  func note(_ step: ExperimentProgress) {
    if let record = records.record(of: step) { progress.show(record, name: "training") }
  }

  func giveWay() { progress.end() }

  // MARK: After

  func end(_ state: RunState, at place: RunDestination) {
    progress.end()
    guard state.status != .interrupted else { return }
    let number = NumberText(options)
    let folder = place.folder.path.harmless
    var lines = [
      StyledLine(
        "\(state.status == .stoppedEarly ? "Stopped early" : "Finished") after \(state.steps) steps and "
          + "\(number.short(state.seconds)) s"
          + (state.bestLoss.map { "; best validation loss \(number.short($0)), after step \(state.bestStep ?? 0)" }
            ?? ""))
    ]
    for (name, estimate) in state.metrics.sorted(by: { $0.key < $1.key }) {
      let gain = state.gains[name].map {
        "; \($0.value < 0 ? "" : "+")\(number.short($0.value)) over the model before (\(number.short($0.low)) to "
          + "\(number.short($0.high)))"
      }
      lines.append(
        StyledLine(
          "\(name) \(number.short(estimate.value)) (95 %: \(number.short(estimate.low)) to \(number.short(estimate.high)))"
            + (gain ?? "")))
    }
    if let repeated = state.repeated {
      lines.append(
        StyledLine(
          repeated.firstDifferentStep.map {
            "Not the same as \(repeated.run.harmless): the losses differ from step \($0) on"
          } ?? "All \(repeated.equalLosses) losses are equal to those of \(repeated.run.harmless)"))
    }
    lines += answers(in: place.folder)
    lines.append(StyledLine())
    // Only a language model goes on with what is said to it.
    if ["languageModel", "preference"].contains(state.problem) {
      lines.append(StyledLine("Talk to it:     lectern chat \(folder)"))
    }
    lines += [
      StyledLine("Look at it:     lectern experiments show \(folder)"),
      StyledLine("Make it again:  lectern train \(folder)/config.yaml"),
    ]
    write(lines)
  }

  /// A few validation rows with what it answers now.
  private func answers(in folder: RunFolder) -> [StyledLine] {
    guard let run = try? RecordedRun(folder), !run.samples.isEmpty else { return [] }
    return [StyledLine()] + SamplesPicture(run, .random, count: 2).lines(options)
  }

  private func write(_ lines: [StyledLine]) {
    guard isShown else { return }
    StandardOutput.write(lines.flatMap { $0.wrapped(to: options.width) }.encoded(options))
  }
}
