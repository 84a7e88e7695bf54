// A step on the page: its head, its source, and below it what it showed.
import LessonDocuments
import StepRecords

struct StepHTML {
  let step: Step
  let output: StepOutput
  let lesson: Lesson

  var html: HTML {
    var name = "step \(step.number)"
    if let id = step.id { name += " · \(id)" }
    if let title = step.title { name += " · \(title)" }
    let head = HTML.element(
      "p", ["class": "step-head"],
      [.element("span", text: name), .element("span", ["class": isFailed ? "failed" : nil], text: state)])
    var parts = [head, source]
    let shown = outputs
    if !shown.isEmpty {
      let output = HTML.element("div", ["class": "output"], shown)
      parts.append(isToBeGuessed ? .element("details", ["class": "guess"], [invitation, output]) : output)
    }
    return .element("section", ["class": "step", "id": "step-\(step.number)", "aria-label": name], parts)
  }

  /// The output stays folded until the reader has made a guess; a failure is no riddle.
  private var isToBeGuessed: Bool { step.predicts && !isFailed }

  private var invitation: HTML {
    let choices = step.predictionChoices
    let question =
      choices.count > 1 ? ": " + choices.dropLast().joined(separator: ", ") + " or \(choices[choices.count - 1])?" : ""
    return .element("summary", text: "Guess first\(question.isEmpty ? ", then open" : question + " Then open.")")
  }

  private var isFailed: Bool { output.end?.status == .failed }

  /// In words: nothing when all went as it should.
  private var state: String {
    if !step.isRun { return "shown, not run" }
    switch output.end?.status {
    case .ok: return ""
    case .failed: return "failed"
    case .skipped: return "skipped"
    case nil: return output.records.isEmpty ? "not run" : ""
    }
  }

  private var source: HTML {
    let code = CodeHTML.html(for: step.source.text, firstLine: step.source.firstLine)
    guard step.isHidden else { return code }
    return .element("details", [:], [.element("summary", text: "source"), code])
  }

  private var outputs: [HTML] {
    var parts: [HTML] = []
    // A loss that comes as a series of its own is not drawn with the progress too.
    let hasLoss = output.records.contains { record in
      if record.name == "loss", case .series = record.content { true } else { false }
    }
    for piece in OutputPiece.pieces(of: output.records) {
      switch piece {
      case .record(let record): parts.append(RecordHTML.html(for: record, in: lesson))
      case .progress(let name, let history):
        parts.append(ProgressHTML.html(for: hasLoss ? Array(history.suffix(1)) : history, name: name))
      }
    }
    if let note = output.end?.note { parts.append(.element("p", ["class": "quiet"], text: note)) }
    return parts.filter { $0 != .empty }
  }
}
