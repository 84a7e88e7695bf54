// How an interactive run begins: at the first step, where the reader left, or behind a step that was named.
import Foundation
import LessonDocuments
import Rendering
import StepExecution

extension InteractiveRun {
  func begin(until last: Int?) throws {
    if let last { return try runThrough(last) }
    guard let left = progress.place(in: edits.base) else { return try arrive(at: 0) }
    enum Answer { case goOn, again, quit, interrupted }
    let name = place.steps[left]
    let answer: Answer = prompt.ask(
      "You were at step \(name), \(left + 1) of \(place.steps.count). Enter goes on there, a begins again.",
      [
        KeyOffer(key: "Enter", does: "goes on", rank: 0), KeyOffer(key: "a", does: "begins again", rank: 1),
        KeyOffer(key: "q", does: "quit", rank: 1),
      ]
    ) {
      switch $0 {
      case .enter, .character(" "): .goOn
      case .character("a"): .again
      case .character("q"), .endOfInput: .quit
      case .interrupt: .interrupted
      default: nil
      }
    }
    switch answer {
    case .goOn: try resume(at: left)
    case .again: try arrive(at: 0)
    case .quit: throw Leaving()
    case .interrupted: throw CancellationError()
    }
  }

  /// Draws what stands before a step as it was, and stands at the step. Nothing runs.
  private func resume(at index: Int) throws {
    let remembered = runner.rememberedOutputs()
    for (above, output) in remembered.prefix(index).enumerated() {
      let step = edits.base.steps[above]
      if let output { display.remember(output.records, end: output.end, of: step, date: output.date) }
      for item in display.reading(before: above) { display.draw(item) }
      display.drawStep(above)
      display.drawOutput(above)
    }
    let isRun = edits.base.steps.prefix(index).map { $0.isRun && $0.expectation != .compileError }
    let unknown = zip(remembered, isRun).filter { $0 == nil && $1 }.count
    if unknown > 0 {
      let some = unknown == isRun.filter { $0 }.count ? "these" : "some of these"
      display.say("What \(some) steps showed is not remembered; they run again when their values are needed.")
    }
    try arrive(at: index)
    place.latest = index - 1
  }

  /// Runs from the first step through a step without asking; a failure stops it there.
  private func runThrough(_ last: Int) throws {
    asked = Set(edits.base.quizzes.indices)
    for index in 0...last {
      try arrive(at: index, isAsking: false)
      let before = place.next
      try start(index)
      if try takeInterrupt() || runner.session.states[index] == .failed {
        place.next = before
        return
      }
    }
    asked = []
    try arrive(at: last + 1)
  }
}
