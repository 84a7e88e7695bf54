// One item of a task as a model reads it: every token, the examples before it, and where what is scored begins.
import Evaluation
import LessonDocuments
import Rendering
import StepRecords
import TextModels

struct TaskItemPicture {
  private let task: EvaluationTask
  private let place: Int
  private let model: TextModel
  private let options: TextOptions

  init(_ task: EvaluationTask, item place: Int, model: TextModel, options: TextOptions) {
    (self.task, self.place, self.model, self.options) = (task, place, model, options)
  }

  private var item: TaskItem { task.items[place] }

  func lines() throws -> [StyledLine] {
    let prompt = task.prompt(of: item)
    switch task.settings.request {
    case .rolling:
      // The first token is only read: nothing stands before it.
      let ids = model.ids(item.targets[0])
      return header("scored whole") + tokens("reads", try labels(ids.prefix(1)))
        + tokens("scores", try labels(ids.dropFirst()), isScored: true)
    case .logLikelihood:
      let parts = try scored(item.targets[0], after: prompt)
      return header(facts(parts)) + tokens("reads", parts.read) + tokens("scores", parts.scored, isScored: true)
    case .generate:
      let ids = model.ids(prompt)
      let stops = task.settings.stops.map { TokenLabel.text($0, options).quoted }.joined(separator: " or ")
      return header(examples + ", \(ids.count) tokens read")
        + tokens("reads", try labels(ids))
        + note(
          "writes", "at most \(task.settings.answerTokens) tokens" + (stops.isEmpty ? "" : ", up to \(stops)"))
        + item.targets.flatMap { note("expects", TokenLabel.text($0, options)) }
    case .choice: return try choiceLines(prompt)
    }
  }

  private func choiceLines(_ prompt: String) throws -> [StyledLine] {
    var own = task
    own.items = [item]
    let sample = try own.run(on: model).samples[0]
    let parts = try item.choices.map { try scored($0, after: prompt) }
    var lines = header(facts(parts[0])) + tokens("reads", parts[0].read)
    for (choice, part) in parts.enumerated() {
      lines += tokens(choice == item.right ? "right" : "or", part.scored, isScored: true)
    }
    let number = NumberText(options)
    let choices = sample.choices ?? []
    let picks = ChoiceScoring.allCases.map { $0.pick(from: choices) }
    let rows = choices.enumerated().map { place, choice in
      [TokenLabel.text(choice.text, options) + (place == item.right ? " (right)" : "")]
        + zip(ChoiceScoring.allCases, picks).map { scoring, pick in
          number.fixed(scoring.value(of: choice), decimals: 2) + (pick == place ? options.ascii ? " <" : " ◂" : "  ")
        }
    }
    let table = TableRecord(columns: ["choice", "log p", "/character", "/byte", "- alone"], rows: rows)
    return lines
      + RecordPicture.lines(for: Record(name: "four ways to choose", content: .table(table)), options: options)
  }

  // MARK: Parts

  private var examples: String {
    let count = task.examples(for: item).count
    return "\(count == 0 ? "no" : "\(count)") example\(count == 1 ? "" : "s") before it"
  }

  private func facts(_ parts: (read: [String], scored: [String], cut: Int)) -> String {
    "\(examples), \(parts.read.count) tokens read" + (parts.cut > 0 ? ", \(parts.cut) before them not" : "")
  }

  private func header(_ facts: String) -> [StyledLine] {
    var line = StyledLine(
      options.oneLine("\(task.name), item \(place + 1) of \(task.items.count)"), TextStyle(bold: true))
    line.append("  line \(item.line) of \(options.oneLine(task.settings.data)); \(facts)", TaskResultPicture.quiet)
    return line.wrapped(to: options.width, indent: 2)
  }

  private func scored(_ text: String, after prompt: String) throws -> (read: [String], scored: [String], cut: Int) {
    let (ids, start, cut) = model.tokens(of: text, after: prompt)
    return (try labels(ids[..<start]), try labels(ids[start...]), cut)
  }

  private func labels(_ ids: some Sequence<Int>) throws -> [String] {
    try ids.map { id in
      model.tokenizer.token(for: id) == nil ? "(\(id))" : TokenLabel.text(try model.tokenizer.decode([id]), options)
    }
  }

  /// Tokens between bars, behind a word that says what becomes of them.
  private func tokens(_ word: String, _ labels: [String], isScored: Bool = false) -> [StyledLine] {
    let room = options.width - 10
    var rows: [StyledLine] = []
    var line = StyledLine("|", TaskResultPicture.quiet)
    for label in labels {
      if line.displayWidth + label.displayWidth + 1 > room, line.displayWidth > 1 {
        rows.append(line)
        line = StyledLine("|", TaskResultPicture.quiet)
      }
      line.append(String(label.prefix(columns: room - 2)), isScored ? TextStyle(bold: true) : TextStyle())
      line.append("|", TaskResultPicture.quiet)
    }
    return (rows + [line]).enumerated().map { place, line in
      StyledLine(place == 0 ? "  " + word.padded(to: 8) : String(repeating: " ", count: 10)) + line
    }
  }

  private func note(_ word: String, _ text: String) -> [StyledLine] {
    StyledLine("  " + word.padded(to: 8) + text).wrapped(to: options.width, indent: 10)
  }
}
