// The models of an evaluation, as `--model` names them, and how a task is run on one: with progress, until Ctrl-C.
import ArgumentParser
import Evaluation
import LessonDocuments
import StepRecords
import TextModels

struct EvaluatedModels: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A model's folder, an installed model, or a finished run; given again, one more.", valueName: "model"))
  var model: [String] = []

  /// The folders, in the order of the arguments, and how reports call them: by their names, where two have the same by
  /// what was said.
  func folders() throws -> [(folder: ModelFolder, name: String)] {
    let folders = try model.map(ModelFolder.find)
    let names = zip(model, folders).map { said, folder in
      folders.count { $0.name == folder.name } > 1 ? said : folder.name
    }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw UsageFailure("--model \(twice.harmless) is said twice; compare a model with another")
    }
    return zip(folders, names).map { ($0, $1) }
  }

  /// One of `folders`. Throws what is wrong with it as a sentence that begins with its path.
  static func load(_ folder: ModelFolder, named name: String) throws -> TextModel {
    var model = try folder.textModel()
    model.name = name
    return model
  }
}

/// Runs tasks on models, one after the other.
struct TaskRunner {
  private let interrupt: Interrupt
  private var progress: ProgressDisplay

  init(_ drawing: DrawingOptions) throws {
    interrupt = try Interrupt()
    progress = ProgressDisplay(options: drawing.text(isTerminal: StandardError.isTerminal))
  }

  /// Throws `CancellationError` after Ctrl-C.
  mutating func run(_ task: EvaluationTask, on model: TextModel, seed: Int) throws -> TaskResult {
    let start = ContinuousClock.now
    defer { progress.giveWay() }
    return try task.run(on: model, seed: seed) { done, total in
      if interrupt.cancellation.isCancelled { throw CancellationError() }
      progress.show(
        ProgressRecord(done: done, total: total, metrics: [:], seconds: (ContinuousClock.now - start).seconds),
        name: "\(task.name), \(model.name)")
    }
  }
}
