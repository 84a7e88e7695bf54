// A review on a terminal: one row at a time, a key for each decision.
import DataPreparation
import Foundation
import LessonDocuments
import Rendering
import TextEditing

/// Shows rows and writes down what the reviewer says of them.
final class ReviewSession {
  private let rows: [TrainingRow]
  private var log: ReviewLog
  private let place: ReviewPlace
  private let reviewer: String
  private let drawing: DrawingOptions
  private let interrupt: Interrupt
  private let keys: KeyReader
  private var sources: EvidenceText
  private var decided = 0

  init(
    rows: [TrainingRow], log: ReviewLog, place: ReviewPlace, reviewer: String, drawing: DrawingOptions,
    interrupt: Interrupt
  ) {
    self.rows = rows
    self.log = log
    self.place = place
    self.reviewer = reviewer
    self.drawing = drawing
    self.interrupt = interrupt
    keys = KeyReader(interrupt: interrupt)
    sources = EvidenceText(folder: place.folder)
  }

  private enum Action { case keep, drop, edit, next, back, quit, interrupted }

  /// Begins at the first row that this reviewer has not decided about, and ends behind the last one.
  func run() throws {
    guard var index = rows.indices.first(where: { mine(rows[$0]) == nil }) else {
      write([StyledLine("All \(rows.count) rows are decided. lectern data review --apply writes those that stay.")])
      return
    }
    while index < rows.count {
      let row = rows[index]
      let options = drawing.text()
      write(
        RowCard(
          row: row, place: (index + 1, rows.count), decision: mine(row), evidence: sources.lines(row, options),
          options: options
        ).lines)
      switch ask() {
      case .keep:
        try decide(ReviewDecision(.keep, row: row.reviewKey, reviewer: reviewer))
        index += 1
      case .drop:
        try decide(ReviewDecision(.drop, row: row.reviewKey, reviewer: reviewer))
        index += 1
      case .edit: if try edit(row) { index += 1 }
      case .next: index += 1
      case .back: index = max(0, index - 1)
      case .quit: return sayGoodbye()
      case .interrupted: throw CancellationError()
      }
    }
    sayGoodbye()
  }

  private func mine(_ row: TrainingRow) -> ReviewDecision? {
    log.latest(row.reviewKey).first { $0.reviewer == reviewer }
  }

  private func decide(_ decision: ReviewDecision) throws {
    do throws(RowError) { try ReviewLog.append(decision, to: place.log) } catch {
      throw WorkFailed("\(error). Nothing of the last decision was kept")
    }
    log.add(decision)
    decided += 1
    write([StyledLine("  \(decision.verdict.rawValue)", TextStyle(bold: true)), StyledLine()])
  }

  private func ask() -> Action {
    let offers = [
      KeyOffer(key: "k", does: "keep", rank: 0), KeyOffer(key: "d", does: "drop", rank: 0),
      KeyOffer(key: "e", does: "edit", rank: 0), KeyOffer(key: "Enter", does: "next", rank: 1),
      KeyOffer(key: "b", does: "back", rank: 1), KeyOffer(key: "q", does: "quit", rank: 1),
    ]
    return OfferPrompt(keys: keys, drawing: drawing).ask("", offers) { key -> Action? in
      switch key {
      case .character("k"), .character("K"): .keep
      case .character("d"), .character("D"): .drop
      case .character("e"), .character("E"): .edit
      case .enter, .character("n"), .right, .down: .next
      case .character("b"), .character("B"), .left, .up: .back
      case .character("q"), .character("Q"), .escape, .endOfInput: .quit
      case .interrupt: .interrupted
      default: nil
      }
    }
  }

  /// - Returns: false if the reviewer thought better of it.
  private func edit(_ row: TrainingRow) throws -> Bool {
    let before = mine(row).flatMap { $0.verdict == .edit ? $0 : nil }
    var instruction = before?.instruction ?? row.instruction
    if row.kind != .text {
      guard let text = line("question  ", instruction) else { return false }
      instruction = text
    }
    guard let answer = line("answer    ", before?.answer ?? row.answer) else { return false }
    guard !answer.allSatisfy(\.isWhitespace) else {
      write([StyledLine("  An answer cannot be empty; d drops the row.")])
      return false
    }
    let decision = ReviewDecision(
      .edit, row: row.reviewKey, reviewer: reviewer, instruction: instruction == row.instruction ? nil : instruction,
      answer: answer == row.answer ? nil : answer)
    guard decision.instruction != nil || decision.answer != nil else {
      write([StyledLine("  Nothing was changed.")])
      return false
    }
    if decision.answer != nil, sources.holds(answer, row) == false {
      write([StyledLine("  Note: this answer does not stand in the evidence.", StepDrawing.marked)])
    }
    try decide(decision)
    return true
  }

  /// A line breaks nothing: what the text has in several is edited in one, and an unchanged text stays as it was.
  private func line(_ label: String, _ text: String) -> String? {
    let shown = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch LinePrompt(keys: keys, drawing: drawing).ask(label, text: shown) {
    case .text(let typed): return typed == shown ? text : typed
    case .cancelled, .interrupted, .end: return nil
    }
  }

  private func sayGoodbye() {
    let left = rows.count { mine($0) == nil }
    let what = "\(decided) decided now, \(left) of \(rows.count) left"
    write(
      StyledLine(
        drawing.text().oneLine("\(what). Kept in \(place.log); lectern data review --apply writes the rows that stay.")
      )
      .wrapped(to: drawing.text().width))
  }

  private func write(_ lines: [StyledLine]) { StandardOutput.write(lines.encoded(drawing.text())) }
}
