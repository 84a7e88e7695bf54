// `lectern eval compare`: whether one model is really better than another.
import ArgumentParser
import Evaluation
import LessonDocuments
import Rendering

struct EvalCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Says whether a second model is better than a first, or cannot be told apart.",
    discussion: """
      Two folders of eval run --out, of one model each: lectern eval compare base tuned. Or tasks and two models, which \
      are run first: lectern eval compare --task task.yaml --model BaseModel --model run. Both models are compared on \
      the same examples: by the paired bootstrap, and by McNemar's test where each answer is right or wrong.
      """)

  @Argument(help: ArgumentHelp("Two folders of results: A and B.", valueName: "folder"))
  var folders: [String] = []

  @Option(help: ArgumentHelp("A task, to be run on two models; given again, one more.", valueName: "task.yaml"))
  var task: [String] = []

  @OptionGroup var models: EvaluatedModels

  @OptionGroup var options: TaskOptions

  @Option(help: ArgumentHelp("How many of the examples on which they differ are shown.", valueName: "n"))
  var differences = 3

  @Option(help: "text or json (one line for a task).")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    switch (folders.count, task.isEmpty) {
    case (2, true):
      guard models.model.isEmpty else {
        throw ValidationError("--model belongs to --task; folders hold results already")
      }
      guard options.limit == nil else {
        throw ValidationError("--limit belongs to --task; folders hold results already")
      }
    case (0, false):
      guard models.model.count == 2 else {
        throw ValidationError("--task needs two models: --model A --model B; there are \(models.model.count)")
      }
    case (_, false): throw ValidationError("name two folders of results, or tasks with --task, not both")
    default: throw ValidationError("name two folders of results, A and B; there are \(folders.count)")
    }
    if !(0...1000).contains(differences) {
      throw ValidationError("--differences \(differences) is out of range: it is 0 to 1000")
    }
  }

  func run() throws {
    let pairs = task.isEmpty ? try readPairs() : try runPairs()
    for (place, pair) in pairs.enumerated() {
      let comparison = try ResultComparison(pair.a, pair.b, seed: options.seed)
      switch format {
      case .json: StandardOutput.write(try ListFormat.line(comparison))
      case .text:
        let options = drawing.text()
        let picture = ModelComparisonPicture(comparison, pair.a, pair.b, shown: differences, options: options)
        StandardOutput.write(((place > 0 ? [StyledLine()] : []) + picture.lines).encoded(options))
      }
    }
  }

  private typealias ResultPair = (a: TaskResult, b: TaskResult)

  private func readPairs() throws -> [ResultPair] {
    let results = try folders.map { try ResultFolder($0).read() }
    for (folder, results) in zip(folders, results) {
      let models = Set(results.map(\.model)).sorted()
      guard models.count == 1 else {
        throw UsageFailure(
          "\(folder.harmless) holds results of \(models.count) models (\(models.joined(separator: ", "))); a comparison "
            + "needs a folder of one model each")
      }
    }
    let pairs = results[0].compactMap { a in results[1].first { $0.task == a.task }.map { (a, $0) } }
    guard !pairs.isEmpty else {
      let tasks = results.map { $0.map(\.task).joined(separator: ", ") }
      throw UsageFailure(
        "the folders have no task in common: \(folders[0].harmless) has \(tasks[0]), \(folders[1].harmless) \(tasks[1])"
      )
    }
    return pairs
  }

  private func runPairs() throws -> [ResultPair] {
    let tasks = try options.read(task)
    let loaded = try models.folders().map { try EvaluatedModels.load($0.folder, named: $0.name) }
    var runner = try TaskRunner(drawing)
    return try tasks.map { task in
      (
        try runner.run(task, on: loaded[0], seed: options.seed), try runner.run(task, on: loaded[1], seed: options.seed)
      )
    }
  }
}
