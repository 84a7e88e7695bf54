// Slides on the terminal, and the steps behind them: what is seen, and what each key does.
import Foundation
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

final class Presentation {
  private let source: LessonSource
  private let environment: StepEnvironment?
  private let isLive: Bool
  private let patience: Double
  private let drawing: DrawingOptions
  private let interrupt: Interrupt
  private let inbox: PresentationInbox
  private let started = Date()

  /// As it stands in its file.
  private let original: Lesson
  /// With edited sources.
  private var lesson: Lesson
  private let deck: SlideDeck
  private var steps: [PresentedStep]
  /// What earlier runs of the original showed, one for each step.
  private var rehearsed: [RememberedOutput?]
  private var edited: Set<Int> = []
  private var place = SlidePlace()
  /// Rows scrolled away; nil: as the slide rests.
  private var offset: Int?
  private var view = View.slide
  private var hasTimer = false
  /// What the last key has done; gone at the next.
  private var message = ""
  private var isAskedToEnd = false

  private enum View: Equatable {
    case slide
    case black
    case keys
    case list(typed: String, chosen: Int)
  }

  /// How a key ends the presentation.
  private enum Wish { case goOn, end, interrupted }

  init(
    _ lesson: Lesson, source: LessonSource, environment: StepEnvironment?, isLive: Bool, patience: Double,
    drawing: DrawingOptions
  ) throws {
    (self.source, self.environment, self.isLive) = (source, environment, isLive)
    (self.patience, self.drawing) = (patience, drawing)
    (original, self.lesson) = (lesson, lesson)
    deck = SlideDeck(lesson)
    rehearsed = Rehearsal.outputs(of: lesson)
    steps = rehearsed.map { PresentedStep(rehearsed: $0) }
    if !isLive { for index in steps.indices { steps[index].showRehearsed(.nothingRuns) } }
    interrupt = try Interrupt()
    inbox = try PresentationInbox()
  }

  // MARK: From the first slide to the last key

  /// - Throws: `CancellationError` if Ctrl-C or a signal ended it.
  func run() throws {
    var live: LiveLesson?
    if isLive, let environment {
      live = try LiveLesson(lesson, root: source.root, environment: environment, inbox: inbox)
    } else if let environment {
      let runner = LessonRunner(lesson, root: source.root, environment: environment) { _ in }
      take(.remembered(runner.rememberedOutputs()))
    }
    defer { live?.close() }
    let report = PresenterReport(source, started: started, inbox: inbox)
    message = report.warning
    let keys = KeyReader(interrupt: interrupt)
    let screen = Screen(drawing: drawing)
    let wish = show(on: screen, keys: keys, live: live, report: report)
    report.end()
    screen.leave()
    if wish == .interrupted { throw CancellationError() }
    let slides = deck.slides.count
    StandardOutput.write(
      "presented \(slides) slide\(slides == 1 ? "" : "s") in "
        + "\(DayTime.whole(seconds: Date().timeIntervalSince(started)))\n")
  }

  private func show(on screen: Screen, keys: KeyReader, live: LiveLesson?, report: PresenterReport) -> Wish {
    var drawn = ContinuousClock.now
    draw(on: screen, live)
    report.tell(place, isBlack: view == .black, status: status(live))
    while true {
      let key = keys.next(timeout: tick, or: inbox.descriptor)
      if let key, key != .ready {
        let wish = handle(key, screen, keys, live)
        if wish != .goOn { return wish }
      }
      for message in inbox.take() { take(message, live) }
      // A step that tells much is not drawn more often than anybody can see.
      if key == .ready, (ContinuousClock.now - drawn).seconds < Self.drawingInterval {
        let rest = Int((Self.drawingInterval - (ContinuousClock.now - drawn).seconds) * 1000) + 1
        if let key = keys.next(timeout: rest) {
          let wish = handle(key, screen, keys, live)
          if wish != .goOn { return wish }
        }
        for message in inbox.take() { take(message, live) }
      }
      for index in steps.indices { steps[index].lookAtClock(patience: patience) }
      draw(on: screen, live)
      report.tell(place, isBlack: view == .black, status: status(live))
      drawn = .now
    }
  }

  /// Seconds.
  private static let drawingInterval = 0.04

  /// Milliseconds to the next second that is shown; nil if none is.
  private var tick: Int? {
    guard hasTimer || steps.contains(where: \.isBusy) else { return nil }
    let seconds = Date().timeIntervalSince(started)
    return min(Int((1 - seconds.truncatingRemainder(dividingBy: 1)) * 1000) + 5, 1000)
  }

  // MARK: What happens beside the keys

  private func take(_ message: PresentationInbox.Message, _ live: LiveLesson? = nil) {
    switch message {
    case .remembered(let outputs):
      rehearsed = rehearsed.newer(outputs)
      for index in steps.indices where isOriginal(index) { steps[index].rehearsed = rehearsed[index] }
    case .event(.stepStarted(let name, _, _, _)): change(name) { $0.start() }
    case .event(.record(let name, let record)): change(name) { $0.add(record) }
    case .event(.stepEnded(let name, let end)): change(name) { $0.end(end) }
    case .event(.lesson), .event(.lessonEnded): break
    case .began(let step): steps[step].begin()
    case .ended(let step, let ending): steps[step].end(ending)
    case .remote(let key):
      switch (key, view) {
      case (.black, .black): view = .slide
      case (.black, _): view = .black
      case (_, .black): view = .slide
      case (.next, _): goOn(live)
      case (.back, _): goBack()
      }
    }
  }

  private func change(_ name: String, _ change: (inout PresentedStep) -> Void) {
    if let index = lesson.steps.firstIndex(where: { $0.name == name }) { change(&steps[index]) }
  }

  // MARK: Keys

  private func handle(_ key: Key, _ screen: Screen, _ keys: KeyReader, _ live: LiveLesson?) -> Wish {
    switch key {
    case .resized, .ready: return .goOn
    case .interrupt: return stop(live)
    case .endOfInput: return .end
    default: break
    }
    switch view {
    case .black, .keys:
      view = .slide
      return .goOn
    case .list(let typed, let chosen):
      view = choose(key, typed, chosen)
      return .goOn
    case .slide: break
    }
    let wasAsked = isAskedToEnd
    (message, isAskedToEnd) = ("", false)
    switch key {
    case .character("q"): return end(live, wasAsked: wasAsked)
    case .character("e"): edit(screen, keys, live)
    default: press(key, screen, live)
    }
    return .goOn
  }

  private func press(_ key: Key, _ screen: Screen, _ live: LiveLesson?) {
    let picture = picture(screen, live)
    let now = offset ?? picture.restingOffset
    switch key {
    // What is out of sight comes first, as in a pager.
    case .pageDown where now < picture.maximumOffset:
      offset = min(now + max(1, screen.size.rows - 6), picture.maximumOffset)
    case .pageUp where now > picture.restingOffset:
      offset = max(now - max(1, screen.size.rows - 6), picture.restingOffset)
    case .character(" "), .right, .enter, .pageDown: goOn(live)
    case .left, .backspace, .pageUp: goBack()
    case .up: offset = max(0, min(now, picture.maximumOffset) - 1)
    case .down: offset = min(now + 1, picture.maximumOffset)
    case .home: go(to: SlidePlace())
    case .end: go(to: SlidePlace(slide: deck.slides.count - 1))
    case .character("g"): view = .list(typed: "", chosen: place.slide)
    case .character("b"), .character("."): view = .black
    case .character("?"): view = .keys
    case .character("t"): hasTimer.toggle()
    case .character("r"): runAgain(live)
    case .character("l"): switchOutput()
    case .character("o"): putBack(live)
    default: break
    }
  }

  private func end(_ live: LiveLesson?, wasAsked: Bool) -> Wish {
    guard let step = live?.current, !wasAsked else { return .end }
    message = "step \(lesson.steps[step].name) is running; q again ends"
    isAskedToEnd = true
    return .goOn
  }

  /// Ctrl-C, or a signal that ends us.
  private func stop(_ live: LiveLesson?) -> Wish {
    interrupt.cancellation.reset()
    if interrupt.isTermination || isAskedToEnd { return .interrupted }
    if let live, live.current != nil {
      live.interrupt()
      message = "interrupted"
    } else {
      message = "Ctrl-C again ends, and q does"
      isAskedToEnd = true
    }
    return .goOn
  }

  private func choose(_ key: Key, _ typed: String, _ chosen: Int) -> View {
    let found = deck.slides(named: typed)
    switch key {
    case .enter:
      if found.indices.contains(chosen) { go(to: SlidePlace(slide: found[chosen])) }
      return .slide
    case .escape: return .slide
    case .up: return .list(typed: typed, chosen: max(0, chosen - 1))
    case .down: return .list(typed: typed, chosen: min(max(found.count - 1, 0), chosen + 1))
    case .home, .pageUp: return .list(typed: typed, chosen: 0)
    case .end, .pageDown: return .list(typed: typed, chosen: max(found.count - 1, 0))
    case .backspace: return typed.isEmpty ? .slide : .list(typed: String(typed.dropLast()), chosen: 0)
    case .character(let character): return .list(typed: typed + String(character), chosen: 0)
    default: return .list(typed: typed, chosen: chosen)
    }
  }

  // MARK: Going

  private func go(to new: SlidePlace) { (place, offset) = (new, nil) }

  private func goOn(_ live: LiveLesson?) {
    guard let next = deck.place(after: place) else {
      message = "this is the end; q leaves"
      return
    }
    go(to: next)
    guard case .output(let step) = deck.slides[next.slide].builds[next.build], steps[step].isNew else { return }
    run(step, live)
  }

  private func goBack() {
    if let before = deck.place(before: place) { go(to: before) }
  }

  // MARK: Steps

  private func run(_ step: Int, _ live: LiveLesson?, of changed: Lesson? = nil) {
    guard let live else {
      message = "nothing runs here: these are rehearsed outputs"
      return
    }
    steps[step].ask()
    if let changed { live.run(step, of: changed) } else { live.run(step) }
  }

  private func runAgain(_ live: LiveLesson?) {
    guard let step = deck.step(at: place), lesson.steps[step].isRun else {
      message = "there is no step on this slide"
      return
    }
    if steps[step].isBusy {
      message = "it is running; Ctrl-C stops it"
      return
    }
    showOutput(of: step)
    run(step, live)
  }

  private func showOutput(of step: Int) {
    if let output = deck.output(ofStep: step), place < output { go(to: output) }
    offset = nil
  }

  private func switchOutput() {
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

  private func edit(_ screen: Screen, _ keys: KeyReader, _ live: LiveLesson?) {
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
    change(index, to: lesson.replacingSource(ofStep: index, with: text), live)
  }

  private func putBack(_ live: LiveLesson?) {
    guard let live, let index = deck.step(at: place), edited.contains(index) else {
      message = "this step is as it stands in the lesson"
      return
    }
    guard live.current == nil else {
      message = "a step is running; Ctrl-C stops it"
      return
    }
    edited.remove(index)
    change(index, to: lesson.replacingSource(ofStep: index, with: original.steps[index].source.text), live)
  }

  /// What stands below was made from what is about to change, and nobody expects its outputs of an edit.
  private func change(_ index: Int, to changed: Lesson, _ live: LiveLesson) {
    lesson = changed
    for step in original.steps.indices {
      lesson.steps[step].expectation = edited.contains(step) ? .success : original.steps[step].expectation
    }
    lesson.expectations = original.expectations.filter { isOriginal($0.step - 1) }
    for step in steps.indices where step >= index {
      steps[step] = PresentedStep(rehearsed: isOriginal(step) ? rehearsed[step] : nil)
    }
    showOutput(of: index)
    run(index, live, of: lesson)
  }

  /// Whether a step is as the lesson says, with all above it.
  private func isOriginal(_ step: Int) -> Bool { edited.min().map { step < $0 } ?? true }

  // MARK: Drawing

  private func draw(on screen: Screen, _ live: LiveLesson?) {
    let (size, options) = (screen.size, screen.options)
    switch view {
    case .slide:
      let picture = picture(screen, live)
      screen.draw(picture.lines(offset: offset ?? picture.restingOffset))
    case .black:
      let row = StyledLine(String(repeating: " ", count: size.columns), TextStyle(background: TextColor(0, 0, 0)))
      screen.draw([StyledLine](repeating: row, count: size.rows))
    case .keys:
      screen.draw(PresentationKeys.lines(columns: size.columns, rows: size.rows, options: options))
    case .list(let typed, let chosen):
      screen.draw(
        SlideListPicture.lines(
          of: deck, typed: typed, found: deck.slides(named: typed), chosen: chosen, columns: size.columns,
          rows: size.rows, options: options))
    }
  }

  private func picture(_ screen: Screen, _ live: LiveLesson?) -> SlidePicture {
    let slide = deck.slides[place.slide]
    let ahead = live?.current
    var outputs: [Int: SlideOutput] = [:]
    var builds = slide.visible(through: place.build)
    let values = ProseValues(steps.map(\.shown), of: lesson)
    for index in builds.indices {
      switch builds[index] {
      case .output(let step):
        let other = ahead == step ? runningAbove(step) : ahead
        outputs[step] = steps[step].slideOutput(ahead: other.map { lesson.steps[$0].name })
      case .prose(let nodes): builds[index] = .prose(nodes.map { values.replaced(in: $0) })
      case .title, .code, .question, .answer: break
      }
    }
    let page = SlidePage(
      lesson: lesson, heading: slide.heading, builds: builds, outputs: outputs, edited: edited, corner: timer,
      place: "slide \(place.slide + 1) of \(deck.slides.count)", status: message.isEmpty ? status(live) : message)
    return SlidePicture(page, columns: screen.size.columns, rows: screen.size.rows, options: screen.options)
  }

  /// The step that runs because one below it was asked for.
  private func runningAbove(_ step: Int) -> Int? {
    steps.indices.prefix(step).first { if case .running = steps[$0].phase { true } else { false } }
  }

  private var timer: String {
    guard hasTimer else { return "" }
    let elapsed = DayTime.elapsed(seconds: Date().timeIntervalSince(started))
    return lesson.frontMatter.minutes.map { "\(elapsed) of \($0) min" } ?? elapsed
  }

  /// What runs, wherever it stands; else how the step on the slide has ended.
  private func status(_ live: LiveLesson?) -> String {
    if let step = live?.current, steps[step].isBusy {
      return "step \(lesson.steps[step].name) is running, \(DayTime.whole(seconds: steps[step].seconds))"
    }
    let shown = deck.slides[place.slide].visible(through: place.build).last { build in
      if case .output = build { true } else { false }
    }
    guard let step = shown?.step else { return "" }
    let name = lesson.steps[step].name
    switch (steps[step].phase, steps[step].standIn) {
    case (_, .some): return "step \(name), rehearsed"
    case (.ended, nil):
      let end = steps[step].live.end
      let seconds = (end?.compileSeconds ?? 0) + (end?.linkSeconds ?? 0) + (end?.runSeconds ?? 0)
      return "step \(name) ran in \(DayTime.short(seconds: seconds))"
    case (.failed, nil): return "step \(name) failed"
    case (.notRun, nil): return "step \(name) did not run"
    case (.idle, nil), (.queued, nil), (.preparing, nil), (.running, nil): return ""
    }
  }
}
