// A lesson with its outputs as one HTML file: no script, nothing fetched, light and dark, fit for print.
import LessonDocuments
import StepRecords

public enum LessonPage {
  /// The whole page. Whatever the lesson or a record says is text in it, never markup; a drawing of a step is an
  /// image, where nothing in it runs.
  ///
  /// - Parameters:
  ///   - outputs: one for each step, in order; a step without one is shown as not run.
  ///   - origin: for a file that says where it comes from.
  ///   - glossary: the course's; what it says of the terms that the lesson links stands at the page's end.
  public static func html(
    _ lesson: Lesson, outputs: [StepOutput], origin: ExportOrigin? = nil, glossary: Glossary = Glossary()
  ) -> String {
    var lesson = lesson
    let links = GlossaryLinks(lesson.document, glossary: glossary)
    lesson.document = TypographicQuotes.curled(links.document)
    let flow = PageFlow(lesson, outputs: outputs, hasNotes: origin?.hasNotes ?? false)
    return HTMLPage.source(
      title: lesson.title, header: header(lesson, flow.title) + [contents(flow.headings)],
      main: flow.parts + GlossaryHTML.parts(for: links.terms),
      generator: origin?.sentence)
  }

  /// Title, summary and what to expect.
  private static func header(_ lesson: Lesson, _ title: MarkdownNode?) -> [HTML] {
    var parts = [
      title.map { ProseHTML.heading($0, level: 1) } ?? .element("h1", text: TypographicQuotes.curled(lesson.title))
    ]
    let matter = lesson.frontMatter
    if let summary = matter.summary {
      parts.append(.element("p", ["class": "summary"], text: TypographicQuotes.curled(summary)))
    }
    let steps = lesson.steps.count
    var facts = ["\(steps) \(steps == 1 ? "step" : "steps")"]
    if let minutes = matter.minutes { facts.insert("about \(minutes) minutes", at: 0) }
    if !matter.needs.isEmpty { facts.append("needs \(matter.needs.joined(separator: ", "))") }
    parts.append(.element("p", ["class": "facts"], text: facts.joined(separator: " · ")))
    if !matter.objectives.isEmpty {
      parts.append(.element("p", [:], text: "After it you can:"))
      parts.append(.element("ul", [:], matter.objectives.map { .element("li", text: TypographicQuotes.curled($0)) }))
    }
    return parts
  }

  private static func contents(_ headings: [PageFlow.Heading]) -> HTML {
    let chapters = headings.filter { $0.level == 2 }
    guard chapters.count > 2 else { return .empty }
    let items = chapters.map { HTML.element("li", [:], [.element("a", ["href": "#\($0.id)"], text: $0.text)]) }
    return .element(
      "nav", ["aria-label": "Contents"],
      [.element("p", ["class": "quiet"], text: "Contents"), .element("ol", [:], items)])
  }
}

/// A lesson in reading order, as HTML.
struct PageFlow {
  struct Heading {
    var level: Int
    var text: String
    var id: String
  }

  /// The heading that the document begins with; it stands above the page's header, not among its parts.
  let title: MarkdownNode?
  private(set) var parts: [HTML] = []
  private(set) var headings: [Heading] = []

  init(_ lesson: Lesson, outputs: [StepOutput], hasNotes: Bool = false) {
    let first = lesson.document.children.firstIndex { !$0.isComment }
    title = first.map { lesson.document.children[$0] }.flatMap { $0.kind == .heading(level: 1) ? $0 : nil }
    var lesson = lesson
    if title != nil, let first { lesson.document.children.remove(at: first) }
    for item in LessonFlow.items(of: lesson) {
      switch item {
      case .prose(let node): parts.append(prose(node))
      case .step(let index):
        let output = outputs.indices.contains(index) ? outputs[index] : StepOutput()
        parts.append(StepHTML(step: lesson.steps[index], output: output, lesson: lesson).html)
      case .quiz(let index): parts.append(QuizHTML.html(for: lesson.quizzes[index]))
      // Notes are the lecturer's.
      case .notes(let index):
        if hasNotes { parts.append(.element("blockquote", ["class": "notes"], text: lesson.notes[index].text)) }
      // The output stands below its step.
      case .expectation: break
      }
    }
  }

  private mutating func prose(_ node: MarkdownNode) -> HTML {
    guard case .heading(let level) = node.kind else { return ProseHTML.html(for: node) }
    let heading = Heading(level: level, text: node.plainText, id: "section-\(headings.count + 1)")
    headings.append(heading)
    return ProseHTML.heading(node, level: level, id: heading.id)
  }
}
