// A lesson with its outputs as a Jupyter notebook: prose in Markdown cells, steps in code cells, slides in the metadata.
import Foundation
import LessonDocuments
import StepRecords

public enum LessonNotebook {
  /// The notebook's file. Slides are those of the lesson: one begins at each heading of level 1 or 2 and at a step that
  /// says so; a step comes up by itself.
  ///
  /// - Parameter outputs: one for each step, in order; a step without one has not run.
  public static func text(_ lesson: Lesson, outputs: [StepOutput], origin: ExportOrigin) throws -> String {
    var lesson = lesson
    lesson.document = GlossaryLinks(lesson.document).document
    var writing = NotebookWriting(lesson: lesson, outputs: outputs, origin: origin)
    writing.write()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(writing.notebook), as: UTF8.self) + "\n"
  }
}

private struct NotebookWriting {
  let lesson: Lesson
  let outputs: [StepOutput]
  let origin: ExportOrigin
  private(set) var notebook: Notebook
  /// Prose that follows each other goes into one cell.
  private var pending: [MarkdownNode] = []
  private var slide = Notebook.CellMetadata.SlideType.goesOn
  private var ids: Set<String> = []

  init(lesson: Lesson, outputs: [StepOutput], origin: ExportOrigin) {
    self.lesson = lesson
    self.outputs = outputs
    self.origin = origin
    notebook = Notebook(
      metadata: .init(
        title: lesson.title,
        lectern: .init(
          origin: origin.sentence, lesson: lesson.path.sanitizedOnOneLine(), seed: lesson.frontMatter.seed ?? 0)))
  }

  mutating func write() {
    let items = LessonFlow.items(of: lesson)
    if !items.contains(where: isTitle) {
      pending = [MarkdownNode(.heading(level: 1), children: [MarkdownNode(.text(lesson.title))])] + facts
      slide = .slide
    }
    for item in items {
      switch item {
      case .prose(let node):
        if case .heading(let level) = node.kind, level <= 2 {
          finishProse()
          slide = .slide
        }
        pending.append(node)
        if isTitle(item) { pending += facts }
      case .step(let index):
        finishProse()
        addStep(lesson.steps[index], outputs.indices.contains(index) ? outputs[index] : StepOutput())
      case .quiz(let index):
        finishProse()
        slide = .fragment
        pending = QuizMarkdown.blocks(lesson.quizzes[index])
        finishProse(id: "quiz")
      case .notes(let index):
        guard origin.hasNotes else { break }
        finishProse()
        addMarkdown(lesson.notes[index].text, id: "notes", .notes)
      case .expectation: break
      }
    }
    finishProse()
  }

  private func isTitle(_ item: LessonFlow.Item) -> Bool {
    if case .prose(let node) = item { node.kind == .heading(level: 1) } else { false }
  }

  /// What the front matter says, below the title.
  private var facts: [MarkdownNode] {
    let matter = lesson.frontMatter
    var blocks: [MarkdownNode] = []
    if let summary = matter.summary {
      blocks.append(
        MarkdownNode(.paragraph, children: [MarkdownNode(.emphasis, children: [MarkdownNode(.text(summary))])]))
    }
    if !matter.objectives.isEmpty {
      blocks.append(MarkdownNode(.paragraph, children: [MarkdownNode(.text("After it you can:"))]))
      let items = matter.objectives.map { objective in
        MarkdownNode(
          .listItem, children: [MarkdownNode(.paragraph, children: [MarkdownNode(.text(objective))])])
      }
      blocks.append(MarkdownNode(.list(.bullet, isTight: true), children: items))
    }
    return blocks
  }

  // MARK: Cells

  private mutating func finishProse(id: String = "prose") {
    let blocks = pending.filter { !$0.isComment }
    pending = []
    guard !blocks.isEmpty else { return }
    addMarkdown(MarkdownText.of(blocks), id: id, slide)
    slide = .goesOn
  }

  private mutating func addMarkdown(_ text: String, id: String, _ type: Notebook.CellMetadata.SlideType) {
    notebook.cells.append(
      Notebook.Cell(
        id: unique(id), source: text.sanitized().withoutLastNewline, content: .markdown,
        metadata: .init(slideshow: .init(type: type))))
  }

  private mutating func addStep(_ step: Step, _ output: StepOutput) {
    var tags = [step.predicts ? "predict" : nil, step.isHidden ? "hidden" : nil].compactMap { $0 }
    if output.end?.status == .failed { tags.append("failed") }
    let folding = Notebook.CellMetadata.Folding(
      isSourceHidden: step.isHidden ? true : nil, areOutputsHidden: step.predicts ? true : nil)
    var metadata = Notebook.CellMetadata(
      slideshow: .init(type: step.startsSlide ? .slide : .fragment),
      jupyter: step.isHidden || step.predicts ? folding : nil, tags: tags.isEmpty ? nil : tags)
    metadata.lectern = ["step": step.name]
    if let title = step.title { metadata.lectern?["title"] = title }
    guard step.isRun else {
      // As a code cell it would run with the others.
      metadata.jupyter = nil
      let fence = MarkdownNode(.codeBlock(info: "swift", literal: step.source.text + "\n"))
      notebook.cells.append(
        Notebook.Cell(
          id: unique("step-\(step.name)"), source: MarkdownText.of([fence]).withoutLastNewline, content: .markdown,
          metadata: metadata))
      return
    }
    let hasRun = output.end.map { $0.status != .skipped } ?? !output.records.isEmpty
    notebook.cells.append(
      Notebook.Cell(
        id: unique("step-\(step.name)"), source: step.source.text,
        content: .code(
          count: hasRun ? step.number : nil, outputs: NotebookOutputs.outputs(of: output, step: step, in: lesson)),
        metadata: metadata))
  }

  /// A cell's identifier: letters, digits, `-` and `_`, at most 64.
  private mutating func unique(_ name: String) -> String {
    let plain = String(
      String.UnicodeScalarView(
        name.unicodeScalars.prefix(48).map {
          $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" ? $0 : "-"
        }))
    var id = plain
    var count = 1
    while !ids.insert(id).inserted {
      count += 1
      id = "\(plain)-\(count)"
    }
    return id
  }
}
