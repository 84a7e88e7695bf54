// Looking at values, variables and pictures where the run stands. Nothing of it stays.
import Foundation
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

extension InteractiveRun {
  /// Evaluates Swift in the living state, and shows what it gives in full.
  func look(_ text: String) throws {
    let name = text.trimmingCharacters(in: .whitespaces)
    let isVariable = runner.variables(through: place.steps.count - 1).contains { $0.name == name }
    // A name that only a picture has, such as that of `show(attention:)`.
    if !isVariable, shownRecord(named: name) != nil { return try zoom(ZoomRequest(name: name)) }
    guard let records = try evaluate(text) else { return }
    if records.isEmpty { return display.say("It ran, and shows nothing.") }
    showWhole(text) { options in records.flatMap { ZoomPicture.lines(for: $0, part: .whole, options: options) } }
  }

  /// What a piece of Swift shows in the state that the run stands at; nil if that was told to be impossible.
  private func evaluate(_ text: String) throws -> [Record]? {
    let index = livingEnd
    sayCatchingUp(through: index - 1)
    var records: [Record] = []
    let end = try tryInterruptibly {
      try runner.tryOut(text, at: index, extent: .full) { record in
        var record = record
        if case .text = record.content {} else if record.name.isEmpty { record.name = text }
        records.append(record)
      }
    }
    guard let end else { return nil }
    if end.status == .failed {
      display.write(failure(records, of: text, at: index))
      return nil
    }
    return records
  }

  /// Tells an interrupt, and that a step above failed.
  private func tryInterruptibly(_ body: () throws -> RunEvent.StepEnd?) throws -> RunEvent.StepEnd? {
    var end: RunEvent.StepEnd?
    do {
      end = try body()
    } catch is CancellationError {}
    if try takeInterrupt() {
      display.say("Interrupted.")
      return nil
    }
    if end == nil { display.say("A step above failed; there is no state to look into.") }
    return end
  }

  /// Behind the last step whose state lives; before anything ran in this session, where the reader stands.
  private var livingEnd: Int {
    place.steps.indices.last { runner.isAlive($0) }.map { $0 + 1 } ?? place.next
  }

  /// What was shown before it failed, and the failure under what was typed, without a place in a file.
  private func failure(_ records: [Record], of text: String, at index: Int) -> [StyledLine] {
    let options = drawing.text()
    let source = runner.lesson.steps.indices.contains(index) ? runner.lesson.steps[index].source : nil
    return records.flatMap { record -> [StyledLine] in
      guard case .failure(var failure) = record.content else {
        return RecordPicture.lines(for: record, options: options)
      }
      failure.file = nil
      failure.message = failure.message.split(separator: "\n").filter { !$0.hasPrefix("note: ") }.joined(
        separator: "\n")
      let column = failure.column.map { $0 - (source?.columnOffsets.first ?? 0) }
      failure.column = nil
      return FailurePicture.lines(
        for: failure, line: nil, excerpt: SourceExcerpt(line: text, column: column), options: options)
    } + [StyledLine()]
  }

  // MARK: Variables

  func lookAtVariables() throws {
    let index = livingEnd
    sayCatchingUp(through: index - 1)
    if index > 0 {
      let isAlive = try tryInterruptibly { try runner.bringToLife(index - 1) ? RunEvent.StepEnd(status: .ok) : nil }
      guard isAlive != nil else { return }
    }
    var table = VariableTable(runner.variables(through: index - 1).map { ($0.name, $0.step.name) })
    guard !table.isEmpty else { return display.say("There are no variables yet.") }
    while let text = table.source {
      var records: [Record] = []
      let firstLine =
        runner.lesson.steps.indices.contains(index) ? runner.lesson.steps[index].source.firstLine : nil
      let end = try tryInterruptibly {
        try runner.tryOut(text, at: index, extent: .full) { records.append($0) }
      }
      guard end != nil else { return }
      table.take(records, firstLine: firstLine ?? runner.lesson.steps.last?.range.end.line ?? 1)
    }
    let record = Record(name: "variables", content: .table(table.record))
    showWhole("Variables") { RecordPicture.lines(for: record, options: $0) }
  }

  // MARK: Pictures

  func zoom(_ text: String) throws {
    let names = runner.variables(through: place.steps.count - 1).map(\.name) + shownNames
    guard let request = ZoomRequest(text, names: names) else {
      return display.say("\(text.quoted) says more than a name, a head and a row.")
    }
    try zoom(request)
  }

  private var shownNames: [String] { display.outputs.values.flatMap(\.records).filter(\.isPicture).map(\.name) }

  private func zoom(_ request: ZoomRequest) throws {
    guard let record = try recordInFull(named: request.name) else { return }
    guard let part = part(request, of: record) else {
      return display.say("\(request.name) has no row \((request.row ?? "").quoted).")
    }
    showWhole(request.name) { ZoomPicture.lines(for: record, part: part, options: $0) }
  }

  /// The latest record of a name that a step has shown.
  private func shownRecord(named name: String) -> (record: Record, step: Int)? {
    for index in place.steps.indices.reversed() {
      let records = display.outputs[place.steps[index]]?.records ?? []
      if let record = records.last(where: { $0.name == name && $0.isPicture }) { return (record, index) }
    }
    return nil
  }

  private func recordInFull(named name: String) throws -> Record? {
    let shown = shownRecord(named: name)
    if let shown, !shown.record.isCut { return shown.record }
    let variables = runner.variables(through: place.steps.count - 1).map(\.name)
    if variables.contains(name) { return try evaluate(name)?.last { $0.isPicture } }
    guard let shown else {
      let nearest = NearestName.of(name, among: variables + shownNames).map { " The nearest is \($0.quoted)." } ?? ""
      display.say("Nothing shown or declared so far is called \(name.quoted).\(nearest)")
      return nil
    }
    return try shownInFull(shown.record, ofStep: shown.step)
  }

  /// Runs the step that showed a record once more beside the lesson, to have all of it; a long step is not worth that.
  private func shownInFull(_ record: Record, ofStep index: Int) throws -> Record? {
    let step = runner.lesson.steps[index]
    guard (display.outputs[step.name]?.end?.runSeconds ?? 0) < Self.mostSeconds else {
      display.say(
        "This is the part that step \(step.name) has shown; the step takes long, and is not run again for it.")
      return record
    }
    sayCatchingUp(through: index - 1)
    display.note("step \(step.name) runs once more, to show all of it")
    var records: [Record] = []
    let end = try tryInterruptibly {
      try runner.tryOut(step.source.text, at: index, extent: .full) { records.append($0) }
    }
    return end == nil ? nil : records.last { $0.name == record.name && $0.isPicture } ?? record
  }

  private static let mostSeconds = 5.0

  /// nil if a row is named by a label that is not there.
  private func part(_ request: ZoomRequest, of record: Record) -> ZoomPart? {
    guard let row = request.row else { return request.head.map(ZoomPart.head) ?? .whole }
    if let number = Int(row) { return .row(head: request.head, number) }
    let labels =
      switch record.content {
      case .attention(let attention): attention.rowLabels
      case .tensor(let tensor): tensor.heatMap?.rowLabels ?? []
      default: [String]()
      }
    return labels.firstIndex(of: row).map { .row(head: request.head, $0) }
  }

  /// Content of any length: on a page of its own if the window is too small for it.
  func showWhole(_ title: String, _ lines: (TextOptions) -> [StyledLine]) {
    let pager = Pager(keys: keys, drawing: drawing)
    let rows = Terminal.size?.rows ?? .max
    let drawn = lines(drawing.text())
    if drawing.plain || drawn.count + 2 <= rows {
      display.write(drawn + [StyledLine()])
    } else {
      pager.show(title: title, lines)
    }
  }

  // MARK: Searching

  func find(_ text: String?) throws {
    guard let text = try text ?? askLine("/"), !text.allSatisfy(\.isWhitespace) else { return }
    var options = drawing.text()
    options.width -= 2
    search = LessonSearch(text, in: display.passages(options))
    if search?.count == 0 {
      search = nil
      return display.say("\(text.quoted) is nowhere in the lesson, its code or what it has shown.")
    }
    showNextHit()
  }

  func showNextHit() {
    search?.advance()
    display.write(search?.lines(drawing.text()) ?? [])
  }
}

extension Record {
  /// Whether it is something to be looked at by its name.
  fileprivate var isPicture: Bool {
    switch content {
    case .text, .failure, .progress: false
    default: !name.isEmpty
    }
  }

  fileprivate var isCut: Bool {
    switch content {
    case .tensor(let tensor): tensor.kept != nil
    case .attention(let attention): attention.cutFrom != nil
    default: false
    }
  }
}
