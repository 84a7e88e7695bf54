// Where the answers of an arena come from: folders of results, or models that are asked now.
import ArgumentParser
import DataPreparation
import Evaluation
import LessonDocuments
import StepRecords
import TextModels

struct ArenaAnswers: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder that eval run --out wrote; given again, one more.", valueName: "folder"))
  var answers: [String] = []

  @OptionGroup var models: EvaluatedModels

  @Option(
    help: ArgumentHelp(
      "Of --model: what is answered, one text a line, or a data set with a column prompt.", valueName: "file"))
  var prompts: String?

  @Option(help: ArgumentHelp("Of --model: with {prompt} where it goes; \\n is a new line.", valueName: "text"))
  var template = "Question: {prompt}\\nAnswer:"

  @Option(help: "Of --model: how many tokens an answer has at most.")
  var tokens = 40

  func validate() throws {
    guard !answers.isEmpty || !models.model.isEmpty else {
      throw ValidationError("--answers is missing; name a folder of results, or --model twice with --prompts")
    }
    guard answers.isEmpty || models.model.isEmpty else {
      throw ValidationError("--answers and --model exclude each other")
    }
    if !models.model.isEmpty {
      guard prompts != nil else { throw ValidationError("--prompts is missing; name a file of what is to be answered") }
      guard models.model.count > 1 else { throw ValidationError("one --model cannot be compared; name another") }
    } else if prompts != nil {
      throw ValidationError("--prompts belongs to --model; the folders of --answers have theirs")
    }
    guard (1...10_000).contains(tokens) else {
      throw ValidationError("--tokens \(tokens) is out of range: it is 1 to 10000")
    }
  }

  /// The questions to which at least two models have an answer.
  func questions(_ drawing: DrawingOptions) throws -> [ArenaQuestion] {
    let questions = models.model.isEmpty ? try read() : try ask(drawing)
    guard !questions.isEmpty else {
      throw UsageFailure(
        "in \(answers.map(\.harmless).joined(separator: ", ")) no two models have answered one item; run the same task "
          + "on both: lectern eval run TASK --model A --model B --out FOLDER")
    }
    return questions
  }

  private func read() throws -> [ArenaQuestion] { [ArenaQuestion](try ResultFolders.read(answers)) }

  /// The models answer one after the other, so that one at a time is in memory.
  private func ask(_ drawing: DrawingOptions) throws -> [ArenaQuestion] {
    let texts = try promptTexts()
    let folders = try models.folders()
    let filled: ColumnTemplate
    do { filled = try ColumnTemplate(template.replacing("\\n", with: "\n")) } catch {
      throw UsageFailure("--template: \(error)")
    }
    guard filled.columns == ["prompt"] else {
      throw UsageFailure("--template needs {prompt}, and no other column; it is \(template.quoted)")
    }
    let interrupt = try Interrupt()
    var progress = ProgressDisplay(options: drawing.text(isTerminal: StandardError.isTerminal))
    let start = ContinuousClock.now
    var questions = texts.map { ArenaQuestion(prompt: $0, answers: [:]) }
    for (number, (folder, name)) in folders.enumerated() {
      let model = try EvaluatedModels.load(folder, named: name)
      for (place, text) in texts.enumerated() {
        if interrupt.cancellation.isCancelled { throw CancellationError() }
        let asked = try filled.text(of: ColumnTable.Row(line: place + 1, cells: ["prompt": [text]]))
        let answer = try model.continuation(of: asked, count: tokens, stoppingAt: ["\n"])
        questions[place].answers[name] = answer.trimmingPrefix { $0.isWhitespace }.description
        progress.show(
          ProgressRecord(
            done: number * texts.count + place + 1, total: folders.count * texts.count, metrics: [:],
            seconds: (ContinuousClock.now - start).seconds), name: "answers")
      }
    }
    progress.end()
    return questions
  }

  private func promptTexts() throws -> [String] {
    let path = prompts ?? ""
    guard ["jsonl", "ndjson", "json", "csv", "tsv"].contains(path.split(separator: ".").last?.lowercased()) else {
      return try TextLines.read(path).filter { !$0.allSatisfy(\.isWhitespace) }
    }
    let table = try ColumnTable.read(path)
    for problem in table.problems { StandardError.write("\(problem.description.harmlessLines)\n") }
    let column = ["prompt", "instruction", "question"].first(where: table.columns.contains)
    guard let column else {
      throw UsageFailure(
        "\(path.harmless) has no column prompt, instruction or question; it has \(table.columns.joined(separator: ", "))"
      )
    }
    return table.rows.compactMap { $0.cells[column]?.joined(separator: ", ") }
  }
}

enum ResultFolders {
  /// The results of several folders. The same model on the same task in two of them cannot be told apart.
  static func read(_ paths: [String]) throws -> [TaskResult] {
    var results: [TaskResult] = []
    var folders: [String] = []
    for path in paths {
      let found: [TaskResult]
      do { found = try ResultFolder(path).read() } catch { throw UsageFailure("\(error)") }
      for result in found {
        if let place = results.firstIndex(where: { $0.task == result.task && $0.model == result.model }) {
          throw UsageFailure(
            "\(folders[place].harmless) and \(path.harmless) both have \(result.model.quoted) on task "
              + "\(result.task.quoted); leave one of them out")
        }
        results.append(result)
        folders.append(path)
      }
    }
    return results
  }
}
