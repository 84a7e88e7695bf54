// `lectern eval suite`: models ranked on a folder of tasks.
import ArgumentParser
import Evaluation
import Foundation
import LessonDocuments
import Rendering
import StepRecords

struct EvalSuiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suite", abstract: "Ranks models on all tasks of a folder.",
    discussion: """
      All *.yaml files of the folder are tasks, in the order of their names: lectern eval suite Benchmarks/HarbourLines \
      --model BaseModel --model run. Models that cannot be told apart share a rank.
      """)

  @Argument(help: ArgumentHelp("A folder of tasks.", valueName: "folder"))
  var folder: String

  @OptionGroup var models: EvaluatedModels

  @OptionGroup var options: TaskOptions

  @Option(help: ArgumentHelp("Where results.json and samples.jsonl go.", valueName: "folder"))
  var out: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if models.model.isEmpty { throw ValidationError("--model is missing; name a model, such as --model BaseModel") }
  }

  func run() throws {
    let tasks = try options.read(files())
    let folders = try models.folders()
    let target = try out.map(ResultTarget.init)
    var runner = try TaskRunner(drawing)
    var results: [TaskResult] = []
    for (folder, name) in folders {
      let model = try EvaluatedModels.load(folder, named: name)
      for task in tasks { results.append(try runner.run(task, on: model, seed: options.seed)) }
    }
    try target?.write(results)
    let ranking = SuiteRanking(results, seed: options.seed)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(ranking))
    case .text: StandardOutput.write(SuitePicture(ranking, options: drawing.text()).lines.encoded(drawing.text()))
    }
  }

  private func files() throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw UsageFailure(
        "\(folder.harmless) is \(isFolder.boolValue ? "not there" : "no folder"); name a folder of tasks, such as "
          + "Benchmarks/HarbourLines")
    }
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let names = try FileManager.default.contentsOfDirectory(atPath: path).filter {
      ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".")
    }
    guard !names.isEmpty else { throw UsageFailure("\(folder.harmless) holds no tasks; a task is a .yaml file") }
    return names.sorted().map { "\(path)/\($0)" }
  }
}

/// Ranks as a table: a block for each task, and one for all.
struct SuitePicture {
  private let ranking: SuiteRanking
  private let options: TextOptions

  init(_ ranking: SuiteRanking, options: TextOptions) { (self.ranking, self.options) = (ranking, options) }

  var lines: [StyledLine] {
    let isComparison = ranking.tasks.contains { $0.places.count > 1 }
    var columns = ["task", "model", "measure", "score", "95 % interval", "guessing"]
    var rows = ranking.tasks.flatMap { task in
      task.places.enumerated().map { number, place in
        [number == 0 ? task.task : ""]
          + cells(place, metric: number == 0 ? task.metric : "", isComparison: isComparison)
          + [number == 0 ? task.chance.map { TaskResultPicture.number($0, options) } ?? "" : ""]
      }
    }
    rows += ranking.overall.enumerated().map { number, place in
      [number == 0 ? "all \(ranking.overallTasks)" : ""]
        + cells(place, metric: number == 0 ? "above guessing" : "", isComparison: isComparison)
        + [number == 0 ? TaskResultPicture.number(0, options) : ""]
    }
    if isComparison { columns.insert("rank", at: 1) }
    let table = TableRecord(columns: columns, rows: rows)
    let lines = RecordPicture.lines(for: Record(name: "suite", content: .table(table)), options: options)
    return lines + [StyledLine()]
      + note(isComparison).flatMap {
        StyledLine($0, TaskResultPicture.quiet).wrapped(to: options.width)
      }
  }

  private func cells(_ place: SuiteRanking.Place, metric: String, isComparison: Bool) -> [String] {
    (isComparison ? [String(place.rank)] : []) + [
      place.model, metric, TaskResultPicture.number(place.estimate.value, options),
      TaskResultPicture.interval(place.estimate, options),
    ]
  }

  private func note(_ isComparison: Bool) -> [String] {
    var notes: [String] = []
    if isComparison {
      notes.append(
        "A rank is one more than the number of models that are better beyond doubt; equal ranks cannot be told apart.")
    }
    if ranking.overallTasks > 0 {
      notes.append("All: the mean over the tasks whose measure is a share, from guessing (0) to all right (1).")
    }
    return notes
  }
}
