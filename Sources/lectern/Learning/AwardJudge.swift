// The judge at work on the files of an award, and how far it is.
import Foundation
import Grading
import Rendering
import StepExecution
import StepRecords
import SystemTools

struct AwardJudge {
  private let judging: Judging
  private let options: TextOptions

  init(_ containment: ContainmentOption, _ drawing: DrawingOptions) throws {
    let interrupt = try Interrupt()
    let judge = try Judge(
      environment: .find(), containment: containment.containment, cancellation: interrupt.cancellation)
    judging = { exercise, source in
      defer { withExtendedLifetime(interrupt) {} }
      return try judge.verdict(on: source, for: exercise)
    }
    options = drawing.text(isTerminal: StandardError.isTerminal)
  }

  /// Does something with each item, and tells on standard error how far it is.
  func forEach<Item>(_ items: [Item], _ body: (Item, Judging) throws -> Void) throws {
    var display = ProgressDisplay(options: options)
    let start = ContinuousClock.now
    for (index, item) in items.enumerated() {
      try body(item, judging)
      let seconds = (ContinuousClock.now - start).seconds
      display.show(
        ProgressRecord(done: index + 1, total: items.count, metrics: [:], seconds: seconds), name: "exercises")
    }
  }
}
