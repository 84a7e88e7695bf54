// Slides on the terminal, and the steps behind them: what is seen, and what each key does.
import Foundation
import LessonDocuments
import Rendering
import StepExecution
import StepRecords
import SystemTools

final class Presentation {
  private let source: LessonSource
  private let environment: StepEnvironment?
  let isLive: Bool
  private let patience: Double
  let drawing: DrawingOptions
  let interrupt: Interrupt
  private let inbox: PresentationInbox
  /// nil where nothing runs.
  var live: LiveLesson?
  let started = Date()

  /// As it stands in its file.
  let original: Lesson
  /// With edited sources.
  var lesson: Lesson
  let deck: SlideDeck
  var steps: [PresentedStep]
  /// What earlier runs of the original showed, one for each step.
  var rehearsed: [RememberedOutput?]
  var edited: Set<Int> = []
  var place = SlidePlace()
  /// Rows scrolled away; nil: as the slide rests.
  var offset: Int?
  var view = View.slide
  var hasTimer = false
  /// What the last key has done; gone at the next.
  var message = ""
  var isAskedToEnd = false

  enum View: Equatable {
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
    let wish = show(on: screen, keys: keys, report: report)
    report.end()
    screen.leave()
    if wish == .interrupted { throw CancellationError() }
    let slides = deck.slides.count
    StandardOutput.write(
      "presented \(slides) slide\(slides == 1 ? "" : "s") in "
        + "\(DayTime.whole(seconds: Date().timeIntervalSince(started)))\n")
  }

  private func show(on screen: Screen, keys: KeyReader, report: PresenterReport) -> Wish {
    var drawn = ContinuousClock.now
    draw(on: screen)
    report.tell(place, isBlack: view == .black, status: status)
    while true {
      let key = keys.next(timeout: tick, or: inbox.descriptor)
      if let key, key != .ready {
        let wish = handle(key, screen, keys)
        if wish != .goOn { return wish }
      }
      for message in inbox.take() { take(message) }
      // A step that tells much is not drawn more often than anybody can see.
      if key == .ready, (ContinuousClock.now - drawn).seconds < Self.drawingInterval {
        let rest = Int((Self.drawingInterval - (ContinuousClock.now - drawn).seconds) * 1000) + 1
        if let key = keys.next(timeout: rest) {
          let wish = handle(key, screen, keys)
          if wish != .goOn { return wish }
        }
        for message in inbox.take() { take(message) }
      }
      for index in steps.indices { steps[index].lookAtClock(patience: patience) }
      draw(on: screen)
      report.tell(place, isBlack: view == .black, status: status)
      drawn = .now
    }
  }

  /// Seconds.
  private static let drawingInterval = 0.04

  /// Milliseconds to the next second that is shown; nil if none is.
  var tick: Int? {
    guard hasTimer || steps.contains(where: \.isBusy) else { return nil }
    let seconds = Date().timeIntervalSince(started)
    return min(Int((1 - seconds.truncatingRemainder(dividingBy: 1)) * 1000) + 5, 1000)
  }

  // MARK: What happens beside the keys

  private func take(_ message: PresentationInbox.Message) {
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
      case (.next, _): goOn()
      case (.back, _): goBack()
      }
    }
  }

  private func change(_ name: String, _ change: (inout PresentedStep) -> Void) {
    if let index = lesson.steps.firstIndex(where: { $0.name == name }) { change(&steps[index]) }
  }

  // MARK: Keys

  private func handle(_ key: Key, _ screen: Screen, _ keys: KeyReader) -> Wish {
    switch key {
    case .resized, .ready: return .goOn
    case .interrupt: return stop()
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
    case .character("q"): return end(wasAsked: wasAsked)
    case .character("e"): edit(screen, keys)
    default: press(key, screen)
    }
    return .goOn
  }

  private func press(_ key: Key, _ screen: Screen) {
    let picture = picture(screen)
    let now = offset ?? picture.restingOffset
    switch key {
    // What is out of sight comes first, as in a pager.
    case .pageDown where now < picture.maximumOffset:
      offset = min(now + max(1, screen.size.rows - 6), picture.maximumOffset)
    case .pageUp where now > picture.restingOffset:
      offset = max(now - max(1, screen.size.rows - 6), picture.restingOffset)
    case .character(" "), .right, .enter, .pageDown: goOn()
    case .left, .backspace, .pageUp: goBack()
    case .up: offset = max(0, min(now, picture.maximumOffset) - 1)
    case .down: offset = min(now + 1, picture.maximumOffset)
    case .home: go(to: SlidePlace())
    case .end: go(to: SlidePlace(slide: deck.slides.count - 1))
    case .character("g"): view = .list(typed: "", chosen: place.slide)
    case .character("b"), .character("."): view = .black
    case .character("?"): view = .keys
    case .character("t"): hasTimer.toggle()
    case .character("r"): runAgain()
    case .character("l"): switchOutput()
    case .character("o"): putBack()
    default: break
    }
  }

  private func end(wasAsked: Bool) -> Wish {
    guard let step = live?.current, !wasAsked else { return .end }
    message = "step \(lesson.steps[step].name) is running; q again ends"
    isAskedToEnd = true
    return .goOn
  }

  /// Ctrl-C, or a signal that ends us.
  private func stop() -> Wish {
    interrupt.cancellation.reset()
    if interrupt.isEnding || isAskedToEnd { return .interrupted }
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

  func go(to new: SlidePlace) { (place, offset) = (new, nil) }

  private func goOn() {
    guard let next = deck.place(after: place) else {
      message = "this is the end; q leaves"
      return
    }
    go(to: next)
    guard case .output(let step) = deck.slides[next.slide].builds[next.build], steps[step].isNew else { return }
    run(step)
  }

  private func goBack() {
    if let before = deck.place(before: place) { go(to: before) }
  }
}
