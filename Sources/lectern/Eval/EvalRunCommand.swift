// `lectern eval run`: tasks asked of models.
import ArgumentParser
import Evaluation
import Foundation
import Grading
import LessonDocuments
import Rendering

struct EvalRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Asks models the items of tasks, and measures what they make of them.",
    discussion: """
      A task is a YAML file: data, a prompt and a target with {column}, and what is asked for: the likelihood of a \
      target (logLikelihood), of whole texts (rolling), of several choices (choice), or an answer (generate). \
      --show 2 shows the first two prompts as the model reads them, token by token. --out keeps results.json and \
      samples.jsonl for eval compare and eval report.
      """)

  @Argument(help: ArgumentHelp("Tasks.", valueName: "task.yaml"))
  var tasks: [String]

  @OptionGroup var models: EvaluatedModels

  @OptionGroup var options: TaskOptions

  @Option(help: ArgumentHelp("Shows so many items as the first model reads them, and runs nothing.", valueName: "n"))
  var show: Int?

  @Option(help: ArgumentHelp("Where results.json and samples.jsonl go.", valueName: "folder"))
  var out: String?

  @Option(help: "text or json (one line for a task and a model).")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if models.model.isEmpty { throw ValidationError("--model is missing; name a model, such as --model BaseModel") }
    if let show, show < 1 { throw ValidationError("--show \(show) is out of range: it is 1 or more") }
  }

  func run() throws {
    // Everything that can be wrong is looked at before anything is asked.
    let tasks = try options.read(tasks)
    let folders = try models.folders()
    let target = try out.map(ResultTarget.init)
    if let show { return try self.show(show, of: tasks, folders[0]) }
    var runner = try TaskRunner(drawing)
    var results: [TaskResult] = []
    for (folder, name) in folders {
      let model = try EvaluatedModels.load(folder, named: name)
      for task in tasks {
        let result = try runner.run(task, on: model, seed: options.seed)
        results.append(result)
        switch format {
        case .json: StandardOutput.write(try ListFormat.line(result))
        case .text:
          let lines = TaskResultPicture.lines(result, summary: task.settings.summary, drawing.text())
          StandardOutput.write((results.count > 1 ? [StyledLine()] + lines : lines).encoded(drawing.text()))
        }
      }
    }
    try target?.write(results)
  }

  private func show(
    _ count: Int, of tasks: [EvaluationTask], _ first: (folder: ModelFolder, name: String)
  ) throws {
    let model = try EvaluatedModels.load(first.folder, named: first.name)
    for task in tasks {
      for place in task.items.indices.prefix(count) {
        let picture = TaskItemPicture(task, item: place, model: model, options: drawing.text())
        StandardOutput.write((try picture.lines() + [StyledLine()]).encoded(drawing.text()))
      }
    }
  }
}

/// The folder that gets the results, looked at before anything is asked.
struct ResultTarget {
  private let folder: ResultFolder

  init(_ path: String) throws {
    folder = ResultFolder(path)
    do throws(FileFailure) { try WholeFile.makeFolder(folder.path) } catch {
      throw ExportFailure(path: folder.path, code: error.code)
    }
    guard access(folder.path, W_OK) == 0 else { throw ExportFailure(path: folder.path, code: errno) }
  }

  func write(_ results: [TaskResult]) throws {
    let (resultBytes, sampleBytes) = try ResultFolder.files(of: results)
    for (path, bytes) in [(folder.samples, sampleBytes), (folder.results, resultBytes)] {
      do throws(FileFailure) { try WholeFile.replace(path, with: bytes) } catch {
        throw ExportFailure(path: path, code: error.code)
      }
    }
  }
}
