// The steps behind the slides: running them, and changing them for the lecture.
import LessonDocuments
import Rendering

extension Presentation {
  func run(_ step: Int, of changed: Lesson? = nil) {
    guard let live else {
      message = "nothing runs here: these are rehearsed outputs"
      return
    }
    steps[step].ask()
    if let changed { live.run(step, of: changed) } else { live.run(step) }
  }

  func runAgain() {
    guard let step = deck.step(at: place), lesson.steps[step].isRun else {
      message = "there is no step on this slide"
      return
    }
    if steps[step].isBusy {
      message = "it is running; Ctrl-C stops it"
      return
    }
    showOutput(of: step)
    run(step)
  }

  private func showOutput(of step: Int) {
    if let output = deck.output(ofStep: step), place < output { go(to: output) }
    offset = nil
  }

  func switchOutput() {
    guard let step = deck.step(at: place), isLive else { return }
    if steps[step].rehearsed == nil {
      message = "this step has no rehearsed output"
    } else if steps[step].standIn != nil {
      steps[step].showLive()
    } else {
      steps[step].showRehearsed(.chosen)
    }
    offset = nil
  }

  // MARK: Editing

  func edit(_ screen: Screen, _ keys: KeyReader) {
    guard let live else {
      message = "nothing runs here: these are rehearsed outputs"
      return
    }
    guard let index = deck.step(at: place), lesson.steps[index].isRun else {
      message = "there is no step to edit on this slide"
      return
    }
    guard live.current == nil else {
      message = "a step is running; Ctrl-C stops it"
      return
    }
    let step = lesson.steps[index]
    let editor = StepEditor(keys: keys, drawing: drawing)
    let text = screen.lending {
      editor.edit(step.source.text, title: step.title ?? "step \(step.name)", firstLine: step.source.firstLine)
    }
    interrupt.cancellation.reset()
    guard let text, text != step.source.text else { return }
    if text == original.steps[index].source.text { edited.remove(index) } else { edited.insert(index) }
    change(index, to: lesson.replacingSource(ofStep: index, with: text))
  }

  func putBack() {
    guard let live, let index = deck.step(at: place), edited.contains(index) else {
      message = "this step is as it stands in the lesson"
      return
    }
    guard live.current == nil else {
      message = "a step is running; Ctrl-C stops it"
      return
    }
    edited.remove(index)
    change(index, to: lesson.replacingSource(ofStep: index, with: original.steps[index].source.text))
  }

  /// What stands below was made from what is about to change, and nobody expects its outputs of an edit.
  private func change(_ index: Int, to changed: Lesson) {
    lesson = changed
    for step in original.steps.indices {
      lesson.steps[step].expectation = edited.contains(step) ? .success : original.steps[step].expectation
    }
    lesson.expectations = original.expectations.filter { isOriginal($0.step - 1) }
    for step in steps.indices where step >= index {
      steps[step] = PresentedStep(rehearsed: isOriginal(step) ? rehearsed[step] : nil)
    }
    showOutput(of: index)
    run(index, of: lesson)
  }

  /// Whether a step is as the lesson says, with all above it.
  func isOriginal(_ step: Int) -> Bool { edited.min().map { step < $0 } ?? true }
}
