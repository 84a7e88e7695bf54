// A lesson as slides: what stands on which, and what comes when (rules 11 and 12 of the lesson format).
import LessonDocuments

/// A place in a deck: the slide, and how much of it is shown. Both count from 0.
public struct SlidePlace: Comparable, Codable, Hashable, Sendable {
  public var slide: Int
  public var build: Int

  public init(slide: Int = 0, build: Int = 0) {
    self.slide = slide
    self.build = build
  }

  public static func < (a: Self, b: Self) -> Bool { (a.slide, a.build) < (b.slide, b.build) }
}

public struct Slide: Equatable, Sendable {
  /// What appears at one press of a key. Steps and quizzes are indices, from 0.
  public enum Build: Equatable, Sendable {
    /// The lesson's title, what it is about, and its objectives.
    case title
    case prose([MarkdownNode])
    /// The first `lines` lines of a step's source; nil shows all.
    case code(step: Int, lines: Int?)
    case output(step: Int)
    case question(quiz: Int)
    /// The question again, with what is right, and why.
    case answer(quiz: Int)
  }

  /// Without marks, on one line.
  public var heading: String
  /// Never empty.
  public var builds: [Build]
  /// The speaker notes that stand in it, as Markdown.
  public var notes: [String]

  /// What is on the slide when `build` has appeared: source that grows and answers stand in the place of what they
  /// continue.
  public func visible(through build: Int) -> [Build] {
    var visible: [Build] = []
    for next in builds.prefix(build + 1) {
      switch (visible.last, next) {
      case (.code(let shown, _)?, .code(let step, _)) where shown == step: visible[visible.count - 1] = next
      case (.question(let asked)?, .answer(let quiz)) where asked == quiz: visible[visible.count - 1] = next
      default: visible.append(next)
      }
    }
    return visible
  }
}

public struct SlideDeck: Equatable, Sendable {
  /// Never empty.
  public let slides: [Slide]

  /// A slide begins at each heading of level 1 or 2 and at each step that says `slide`. The prose up to a step is one
  /// build; a step is two, its source and what it shows.
  public init(_ lesson: Lesson) {
    var making = DeckMaking(lesson: lesson)
    for item in LessonFlow.items(of: lesson) { making.add(item) }
    slides = making.finished()
  }

  /// nil behind the last.
  public func place(after place: SlidePlace) -> SlidePlace? {
    if place.build + 1 < slides[place.slide].builds.count {
      return SlidePlace(slide: place.slide, build: place.build + 1)
    }
    return place.slide + 1 < slides.count ? SlidePlace(slide: place.slide + 1) : nil
  }

  /// nil before the first.
  public func place(before place: SlidePlace) -> SlidePlace? {
    if place.build > 0 { return SlidePlace(slide: place.slide, build: place.build - 1) }
    return place.slide > 0 ? end(of: place.slide - 1) : nil
  }

  /// The slide with all that it holds.
  public func end(of slide: Int) -> SlidePlace {
    SlidePlace(slide: slide, build: slides[slide].builds.count - 1)
  }

  /// The nearest place there is; for places that come from outside.
  public func nearest(_ place: SlidePlace) -> SlidePlace {
    let slide = min(max(place.slide, 0), slides.count - 1)
    return SlidePlace(slide: slide, build: min(max(place.build, 0), slides[slide].builds.count - 1))
  }

  /// The place at which a step shows what it computes.
  public func output(ofStep step: Int) -> SlidePlace? {
    for (slide, contents) in slides.enumerated() {
      if let build = contents.builds.firstIndex(of: .output(step: step)) {
        return SlidePlace(slide: slide, build: build)
      }
    }
    return nil
  }

  /// The step that a place is about: the last that can be seen, else the first that will be on this slide.
  public func step(at place: SlidePlace) -> Int? {
    let builds = slides[place.slide].builds
    return builds.prefix(place.build + 1).compactMap(\.step).last ?? builds.compactMap(\.step).first
  }

  /// The slides whose number or heading the reader may mean, as indices; all if nothing was typed.
  public func slides(named text: String) -> [Int] {
    if let number = Int(text) { return slides.indices.contains(number - 1) ? [number - 1] : [] }
    let wanted = text.lowercased()
    return slides.indices.filter { wanted.isEmpty || slides[$0].heading.lowercased().contains(wanted) }
  }
}

extension Slide.Build {
  /// As an index.
  public var step: Int? {
    switch self {
    case .code(let step, _), .output(let step): step
    case .title, .prose, .question, .answer: nil
    }
  }
}

/// Slides in the making.
private struct DeckMaking {
  let lesson: Lesson
  private var slides: [Slide] = []
  /// Prose that no build holds yet.
  private var prose: [MarkdownNode] = []
  /// Notes in front of the first slide.
  private var earlyNotes: [String] = []

  init(lesson: Lesson) { self.lesson = lesson }

  mutating func add(_ item: LessonFlow.Item) {
    switch item {
    case .prose(let node):
      if node.isComment { return }
      guard case .heading(let level) = node.kind, level <= 2 else {
        if slides.isEmpty { begin(lesson.title) }
        return prose.append(node)
      }
      begin(node.plainText)
      if level == 1, slides.count == 1 { slides[0].builds.append(.title) }
    case .step(let index): add(lesson.steps[index], index)
    case .quiz(let index): add([.question(quiz: index), .answer(quiz: index)])
    case .notes(let index):
      if slides.isEmpty {
        earlyNotes.append(lesson.notes[index].text)
      } else {
        slides[slides.count - 1].notes.append(lesson.notes[index].text)
      }
    case .expectation: break
    }
  }

  mutating func finished() -> [Slide] {
    if slides.isEmpty { begin(lesson.title) }
    finishSlide()
    slides[0].notes = earlyNotes + slides[0].notes
    return slides
  }

  private mutating func add(_ step: Step, _ index: Int) {
    if step.startsSlide { begin(step.title ?? slides.last?.heading ?? lesson.title) }
    var builds: [Slide.Build] = []
    if !step.isHidden {
      builds = step.isRevealed ? step.revealedLines.map { .code(step: index, lines: $0) } : []
      if builds.isEmpty { builds = [.code(step: index, lines: nil)] }
    }
    if step.isRun { builds.append(.output(step: index)) }
    add(builds)
  }

  private mutating func add(_ builds: [Slide.Build]) {
    if slides.isEmpty { begin(lesson.title) }
    finishProse()
    slides[slides.count - 1].builds += builds
  }

  private mutating func begin(_ heading: String) {
    finishSlide()
    let words = heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    slides.append(Slide(heading: words, builds: [], notes: []))
  }

  private mutating func finishProse() {
    if !prose.isEmpty { slides[slides.count - 1].builds.append(.prose(prose)) }
    prose = []
  }

  /// A heading alone is a slide too.
  private mutating func finishSlide() {
    guard let last = slides.indices.last else { return }
    finishProse()
    if slides[last].builds.isEmpty { slides[last].builds = [.prose([])] }
  }
}

extension Step {
  /// How many lines there are when each line that is not empty has appeared, up to all of them.
  fileprivate var revealedLines: [Int] {
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { !lines[$0].allSatisfy(\.isWhitespace) }.map { $0 + 1 }
  }
}
