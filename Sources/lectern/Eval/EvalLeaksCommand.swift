// `lectern eval leaks`: the items of a task that stand in training rows.
import ArgumentParser
import DataPreparation
import Evaluation
import LessonDocuments
import Rendering
import StepRecords

struct EvalLeaksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leaks", abstract: "Finds the items of a task that a model may have learnt by heart.",
    discussion: """
      An item leaked if it stands word for word in a training row, if enough of its runs of words do, or if a row says \
      nearly the same. With --model, or with --results of eval run --out, the score is shown with and without them. The \
      status is 1 if there are leaks.
      """)

  @Argument(help: ArgumentHelp("A task.", valueName: "task.yaml"))
  var task: String

  @Option(help: ArgumentHelp("Training rows: JSONL, JSON, CSV or TSV; given again, more.", valueName: "file"))
  var rows: [String] = []

  @Option(help: "How many words a run has; an item of fewer words is one run.")
  var words = 13

  @Option(help: "Which share of an item's runs must stand in training rows, 0 to 1.")
  var share = 0.5

  @Option(help: "From which Jaccard similarity of word triples on an item repeats a row, 0.3 to 1.")
  var similarity = 0.8

  @OptionGroup var models: EvaluatedModels

  @Option(help: ArgumentHelp("A folder of eval run --out, instead of --model.", valueName: "folder"))
  var results: String?

  @OptionGroup var options: TaskOptions

  @Option(help: ArgumentHelp("How many leaks are shown.", valueName: "n"))
  var shown = 5

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if rows.isEmpty { throw ValidationError("--rows is missing; name the rows that the model was trained on") }
    if !(2...50).contains(words) { throw ValidationError("--words \(words) is out of range: it is 2 to 50") }
    if !(0.01...1).contains(share) { throw ValidationError("--share \(share) is out of range: it is 0.01 to 1") }
    if !(0.3...1).contains(similarity) {
      throw ValidationError("--similarity \(similarity) is out of range: it is 0.3 to 1")
    }
    if results != nil, !models.model.isEmpty { throw ValidationError("name --model or --results, not both") }
    if !(0...1000).contains(shown) { throw ValidationError("--shown \(shown) is out of range: it is 0 to 1000") }
  }

  func run() throws {
    let task = try options.read([task])[0]
    var training: [TrainingRow] = []
    for file in rows {
      let read = try RowFile.read(file)
      if let problem = read.problems.first {
        StandardError.write("lectern: \(read.problems.count) rows were left out, the first: \(problem)\n")
      }
      training += read.rows
    }
    guard !training.isEmpty else { throw UsageFailure("there are no rows to compare with") }
    let known = try self.known(task)
    var check = LeakCheck()
    (check.words, check.share, check.similarity) = (words, share, similarity)
    let report = LeakReport(
      task, rows: training.count, leaks: check.leaks(of: task, in: training), results: known)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(report))
    case .text:
      let lines = LeakPicture(report, task, training, shown: shown, options: drawing.text()).lines
      StandardOutput.write(lines.encoded(drawing.text()))
    }
    if !report.leaks.isEmpty { throw WorkFailed() }
  }

  private func known(_ task: EvaluationTask) throws -> [TaskResult] {
    if let results {
      let found = try ResultFolder(results).read().filter { $0.task == task.name }
      guard !found.isEmpty else { throw UsageFailure("\(results.harmless) holds no results of task \(task.name)") }
      return found
    }
    var runner = try TaskRunner(drawing)
    return try models.folders().map { folder, name in
      try runner.run(task, on: EvaluatedModels.load(folder, named: name), seed: options.seed)
    }
  }
}

/// Leaks for people: how many, what they are worth, and some of them.
struct LeakPicture {
  private let report: LeakReport
  private let task: EvaluationTask
  private let rows: [TrainingRow]
  private let shown: Int
  private let options: TextOptions

  init(_ report: LeakReport, _ task: EvaluationTask, _ rows: [TrainingRow], shown: Int, options: TextOptions) {
    (self.report, self.task, self.rows, self.shown, self.options) = (report, task, rows, shown, options)
  }

  var lines: [StyledLine] {
    let number = NumberText(options)
    let share = number.percent(report.share.value)
    let title =
      "\(report.leaks.count) of \(number.counted(report.examples, "item")) of \(options.oneLine(task.name)) leaked (\(share)), "
      + "compared with \(number.counted(report.rows, "row"))"
    var lines = StyledLine(title, TextStyle(bold: true)).wrapped(to: options.width)
    guard !report.leaks.isEmpty else { return lines + scores }
    let kinds: [(LeakCheck.Leak.Kind, String)] = [
      (.exact, "stand word for word in a row"), (.runs, "share much of their runs of words with rows"),
      (.similar, "say nearly what a row says"),
    ]
    for (kind, words) in kinds where report.count(kind) > 0 {
      lines.append(StyledLine("  \(report.count(kind)) \(words)"))
    }
    return lines + scores + examples
  }

  private var scores: [StyledLine] {
    guard !report.scores.isEmpty else { return [] }
    func cell(_ estimate: Estimate?) -> String {
      guard let estimate else { return "none" }
      return "\(TaskResultPicture.number(estimate.value, options)) (\(TaskResultPicture.interval(estimate, options)))"
    }
    let rows = report.scores.map { [$0.model, $0.metric, cell($0.all), cell($0.leaked), cell($0.clean)] }
    let table = TableRecord(columns: ["model", "measure", "all", "leaked", "without them"], rows: rows)
    return [StyledLine()] + RecordPicture.lines(for: Record(name: "scores", content: .table(table)), options: options)
  }

  private var examples: [StyledLine] {
    guard shown > 0 else { return [] }
    var lines = [StyledLine()]
    for leak in report.leaks.prefix(shown) {
      let item = task.items[leak.example]
      let kind =
        leak.kind == .exact ? "word for word" : "\(leak.kind.rawValue) \(NumberText(options).percent(leak.share))"
      lines.append(StyledLine("line \(item.line)  \(kind)  row \(leak.row + 1)", TaskResultPicture.quiet))
      for (name, text) in [("item", item.material), ("row", rows[leak.row].instruction + " " + rows[leak.row].answer)] {
        let line = StyledLine("  \(name.padded(to: 4))  ") + StyledLine(options.oneLine(text))
        lines.append(line.truncated(to: options.width, ellipsis: options.ellipsis))
      }
    }
    return lines
  }
}
