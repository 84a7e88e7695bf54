// What is on the screen: a slide, black, the keys, the list of slides.
import Foundation
import LessonDocuments
import Rendering
import SystemTools

extension Presentation {
  func draw(on screen: Screen) {
    let (size, options) = (screen.size, screen.options)
    switch view {
    case .slide:
      let picture = picture(screen)
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

  func picture(_ screen: Screen) -> SlidePicture {
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
      place: "slide \(place.slide + 1) of \(deck.slides.count)", status: message.isEmpty ? status : message)
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
  var status: String {
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
