// `lectern train`: makes a model of one's own, from one file that says how.
import ArgumentParser
import Experiments
import Foundation
import LessonDocuments
import Models
import Rendering
import Tensors
import YAMLTrees

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains or fine-tunes a model by a file that says how.",
    discussion: """
      Begin with: lectern train --template > run.yaml. Everything is checked before anything starts. The run's folder \
      gets all that made it: the settings, the rows, a log, checkpoints, and at the end the model. A run that was \
      stopped or killed goes on with the same command; a finished run's config.yaml makes it again, and the losses are \
      compared.
      """)

  @Argument(help: ArgumentHelp("The settings, or config.yaml of a run's folder.", valueName: "config.yaml"))
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Prints settings to begin with, each explained: fine-tuning, scratch, classification, regression, "
        + "sequenceToSequence or preference.", valueName: "kind"))
  var template: String?

  @Option(help: ArgumentHelp("The run's folder. (default: runs/NAME)", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp("Shows so many rows token by token, as the model sees them, and trains nothing.", valueName: "n")
  )
  var show: Int?

  @Option(
    help: ArgumentHelp("Changes a setting, as in training.steps=100; may be given again.", valueName: "key=value"))
  var set: [String] = []

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var threads: ThreadOption

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if template == nil, file == nil {
      throw ValidationError("name the file of settings; lectern train --template fine-tuning prints one to begin with")
    }
    if template != nil, file != nil { throw ValidationError("--template prints settings; it reads no file") }
    if let show, !(1...1000).contains(show) { throw ValidationError("--show \(show) is out of range: it is 1 to 1000") }
    for change in set where !change.contains("=") {
      throw ValidationError("--set \(change) is no setting; write it as key=value, as in training.steps=100")
    }
  }

  func run() throws {
    if let template {
      guard let configuration = ConfigurationTemplate.configuration(template) else {
        throw UsageFailure(SettingsReader.unknown("template", template, known: ConfigurationTemplate.kinds))
      }
      return StandardOutput.write(configuration.yaml(explained: true))
    }
    threads.apply()
    // A file that may not grow further is an error like any other.
    signal(SIGXFSZ, SIG_IGN)
    let file = try readFile()
    let report = TrainReport(
      options: drawing.text(), progress: drawing.text(isTerminal: StandardError.isTerminal), isShown: format == .text)
    let experiment = try Experiment(file)
    if let show {
      report.show(try experiment.views(show), of: experiment)
      return
    }
    let place = try self.place(of: experiment, file)
    let interrupt = try Interrupt()
    try report.begin(experiment, at: place)
    do {
      let state = try experiment.run(
        at: place, shouldStop: { interrupt.cancellation.isCancelled }, progress: report.note)
      report.end(state, at: place)
      if format == .json { StandardOutput.write(try ListFormat.line(state)) }
      if state.status == .interrupted { throw TrainingInterrupted(folder: place.folder.path) }
    } catch let error {
      report.giveWay()
      if case ExperimentError.diverged = error { throw WorkFailed("\(error)") }
      throw UnwritableRun(error, folder: place.folder) ?? error
    }
  }

  private func readFile() throws -> ConfigurationFile {
    var file = try ConfigurationFile(self.file ?? "", besides: ["search"])
    for change in set {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      do { try file.set(parts[0], to: parts[1]) } catch {
        throw UsageFailure("--set \(change.harmless): \(error.problems.map(\.message).joined(separator: "; "))")
      }
    }
    return file
  }

  /// A run's own config.yaml makes the run again, or goes on with it.
  private func place(of experiment: Experiment, _ file: ConfigurationFile) throws -> RunDestination {
    if let out { return try experiment.place(at: out, mayNumber: false) }
    let own = RunFolder(file.folder)
    let path = own.isRun && URL(fileURLWithPath: file.path).lastPathComponent == "config.yaml" ? own.path : nil
    return try experiment.place(at: path ?? "runs/\(experiment.configuration.name)", mayNumber: true)
  }
}

/// A disk that is full, or a folder that may not be written to.
private struct UnwritableRun: LecternFailure {
  let status = ExitStatus.environment
  let message: String

  /// Nil for any other error.
  init?(_ error: any Error, folder: RunFolder) {
    switch error {
    case SafetensorsError.cannotWrite, CheckpointError.cannotWrite, is RunFileError: break
    default: return nil
    }
    let reason = "\(error)"
    message =
      reason + (reason.hasSuffix("?") || reason.hasSuffix(".") ? "" : ".")
      + " What was written before is whole. When there is room, go on with: lectern train "
      + "\(folder.path.harmless)/config.yaml"
  }
}

/// Ctrl-C during training, after its checkpoint.
private struct TrainingInterrupted: LecternFailure {
  let folder: String
  let status = ExitStatus.interrupted
  var message: String { "interrupted, with a checkpoint. Go on with: lectern train \(folder.harmless)/config.yaml" }
}
