// Edits of steps: in memory until the reader writes them into the lesson's file.
import Foundation
import LessonDocuments
import Rendering
import StepExecution

extension InteractiveRun {
  func edit(_ name: String?) throws {
    guard let index = step(named: name) else { return }
    let step = edits.lesson.steps[index]
    let text = StepEditor(keys: keys, drawing: drawing)
      .edit(step.source.text, title: "step \(step.name)", firstLine: step.source.firstLine)
    try takeEdit(text, of: index)
  }

  /// In the reader's editor, on a copy: the lesson's file is not touched.
  func editOutside(_ name: String?) throws {
    guard let index = step(named: name) else { return }
    let step = edits.lesson.steps[index]
    do {
      let edited = keys.lending {
        Result { try SourceInEditor.edit(step.source.text, named: "step-\(step.number).swift") }
      }
      let text = try edited.get()
      _ = try takeInterrupt()
      try takeEdit(text, of: index)
    } catch let error as SourceInEditor.Failure {
      _ = try takeInterrupt()
      display.say("\(error)")
    }
  }

  /// - Parameter text: nil if the reader gave up.
  private func takeEdit(_ text: String?, of index: Int) throws {
    guard let text, edits.edit(index, to: text) else {
      return display.say("Step \(place.steps[index]) stays as it was.")
    }
    takeEdits()
    display.drawStep(index)
    try run(index)
  }

  func keepVariation() throws {
    guard let kept = variation else { return }
    variation = nil
    try takeEdit(kept.text, of: kept.index)
  }

  func restoreOriginal() throws {
    guard let index = place.atHand, edits.isEdited(index) else { return }
    edits.restore(index)
    takeEdits()
    place.next = index
    display.say("Step \(place.steps[index]) is again as the lesson's file says.")
    display.drawStep(index)
  }

  /// Hands what the lesson says now to those who run and draw it.
  ///
  /// - Returns: the first step that has to run again.
  @discardableResult
  private func takeEdits() -> Int? {
    let changed = runner.update(to: edits.runnable)
    display.update(to: edits)
    place.steps = edits.base.steps.map(\.name)
    place.edited = Set(edits.editedSteps)
    place.latest = place.latest.flatMap { $0 < place.steps.count ? $0 : nil }
    place.next = min(place.next, place.steps.count)
    return changed
  }

  // MARK: The file

  /// Takes the lesson in again if its file, or one that it includes, says something else.
  ///
  /// - Returns: whether `action` still means what the reader saw when asking for it.
  func takeFileChange(before action: RunAction) throws -> Bool {
    let reading: LessonReading
    do {
      reading = try source.read()
      complaint = ""
    } catch {
      if "\(error)" != complaint { display.say("\(error)\nThe lesson stays as it was.") }
      complaint = "\(error)"
      return true
    }
    guard reading.lesson != edits.base else { return true }
    for warning in reading.warnings { display.note("\(warning)") }
    let changed = take(reading.lesson)
    if action == .quit || action == .interrupted { return true }
    guard let changed else {
      display.say("The lesson's file has changed, and no step of it.")
      return action != .write
    }
    let name = changed < place.steps.count ? "step \(place.steps[changed])" : "the end"
    guard changed <= place.next else {
      display.say("The lesson's file has changed from \(name) on.")
      return action != .write
    }
    display.say("The lesson's file has changed; it goes on from \(name).")
    place.latest = changed > 0 ? changed - 1 : nil
    try arrive(at: changed, isAsking: false)
    return false
  }

  /// What the file says now; edits stay.
  ///
  /// - Returns: the first step that has to run again, or the number of steps if there are fewer than before.
  private func take(_ lesson: Lesson) -> Int? {
    let count = place.steps.count
    for name in edits.take(lesson) {
      display.say("Step \(name) has changed in the file too. Your edit stays; o takes what the file says.")
    }
    return takeEdits() ?? (place.steps.count < count ? place.steps.count : nil)
  }

  // MARK: Writing

  /// Writes the step at hand if it is edited, else all that are.
  func write() throws {
    let steps = place.isEditedAtHand ? place.atHand.map { [$0] } ?? [] : place.edited.sorted()
    _ = try write(steps)
  }

  /// - Returns: whether they are written.
  func write(_ steps: [Int]) throws -> Bool {
    let wanted = steps.map { place.steps[$0] }
    let names = wanted.joined(separator: ", ")
    do {
      let lesson = try source.read().lesson
      if lesson != edits.base {
        guard isSureToWrite(names) else { return false }
        _ = take(lesson)
      }
      // From the end, so that the lines above stay where they are.
      for index in edits.editedSteps.reversed() where wanted.contains(place.steps[index]) {
        try StepWriting.write(
          edits.lesson.steps[index].source.text, step: edits.base.steps[index], of: edits.base,
          to: source.absolutePath)
      }
      // The file says now what the edits say, so they are none any more.
      _ = take(try source.read().lesson)
    } catch {
      display.say("\(error)")
      return false
    }
    display.say("Step \(names) is written into \(source.path).")
    return true
  }

  private func isSureToWrite(_ names: String) -> Bool {
    prompt.ask(
      "The lesson's file has changed meanwhile. w writes step \(names) into it as it is now.",
      [KeyOffer(key: "w", does: "write", rank: 0), KeyOffer(key: "Esc", does: "leave it", rank: 1)]
    ) {
      switch $0 {
      case .character("w"): true
      case .character, .escape, .enter, .endOfInput, .interrupt: false
      default: nil
      }
    }
  }
}
