// A lesson with its outputs as Markdown that reads well on a code host: under each step what it showed, as plain text.
import LessonDocuments
import StepRecords

public enum LessonMarkdown {
  /// Columns of the outputs; code hosts show about as many without scrolling.
  static let width = 100

  /// The lesson as the text of a Markdown file. Outputs stand in `text` blocks below their steps, in place of `expect`
  /// blocks; quizzes are lists with a folded answer; notes and other comments are left out, and so are links to the
  /// glossary, which is not there.
  ///
  /// - Parameters:
  ///   - outputs: one for each step, in order.
  ///   - origin: for a file that says where it comes from.
  public static func text(_ lesson: Lesson, outputs: [StepOutput], origin: ExportOrigin? = nil) -> String {
    let writing = MarkdownWriting(lesson: lesson, outputs: outputs, hasNotes: origin?.hasNotes ?? false)
    var result = lesson
    result.document.children = writing.blocks(GlossaryLinks(lesson.document).document.children)
    if let origin {
      let sentence = origin.sentence.replacing("--", with: "- -")
      result.document.children.append(MarkdownNode(.htmlBlock("<!-- \(sentence) -->\n")))
    }
    return LessonWriter.text(of: result)
  }
}

/// Blocks as the text of a Markdown file.
enum MarkdownText {
  static func of(_ blocks: [MarkdownNode]) -> String {
    let document = MarkdownNode(.document, children: blocks)
    return LessonWriter.text(of: Lesson(path: "", title: "", frontMatter: FrontMatter(), document: document))
  }
}

private struct MarkdownWriting {
  let lesson: Lesson
  let outputs: [StepOutput]
  let hasNotes: Bool
  private let known: LessonBlocks

  init(lesson: Lesson, outputs: [StepOutput], hasNotes: Bool) {
    self.lesson = lesson
    self.outputs = outputs
    self.hasNotes = hasNotes
    known = LessonBlocks(lesson)
  }

  func blocks(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    nodes.flatMap { node -> [MarkdownNode] in
      switch known.item(for: node) {
      case .step(let index)?: return step(index, node)
      case .quiz(let index)?: return QuizMarkdown.blocks(lesson.quizzes[index])
      case .notes(let index)?: return hasNotes ? notes(lesson.notes[index].text) : []
      case .expectation?: return []
      case .prose?, nil: return node.isComment ? [] : [inside(node)]
      }
    }
  }

  private func inside(_ node: MarkdownNode) -> MarkdownNode {
    var result = node
    if case .htmlBlock(let html) = node.kind { result.kind = .htmlBlock(html.withoutComments) }
    result.children = blocks(node.children)
    return result
  }

  private func step(_ index: Int, _ node: MarkdownNode) -> [MarkdownNode] {
    let step = lesson.steps[index]
    var source = node
    if case .codeBlock(let info, _) = node.kind, step.include != nil {
      // The source stands in another file; here it must be read without it.
      source.kind = .codeBlock(info: info, literal: step.source.text + "\n")
    }
    let shown = outputs.indices.contains(index) ? outputs[index] : StepOutput()
    let text = self.text(of: shown, step)
    var output = text.isEmpty ? [] : [MarkdownNode(.codeBlock(info: "text", literal: text))]
    if step.predicts, !output.isEmpty, shown.end?.status == .ok {
      output = QuizMarkdown.folded("Guess first, then open", output)
    }
    return (step.isHidden ? QuizMarkdown.folded("source", [source]) : [source]) + output
  }

  private func text(of output: StepOutput, _ step: Step) -> String {
    let options = TextOptions(width: LessonMarkdown.width)
    if step.isRun, output == StepOutput() { return "(not run)\n" }
    var lines: [StyledLine] = []
    for piece in OutputPiece.pieces(of: output.records) {
      let picture = piece.lines(of: step, in: lesson, options: options)
      // A picture of several lines stands apart.
      if picture.count > 1, !lines.isEmpty, lines.last != StyledLine() { lines.append(StyledLine()) }
      lines += picture
      if picture.count > 1 { lines.append(StyledLine()) }
    }
    while lines.last == StyledLine() { lines.removeLast() }
    if let note = output.end?.note { lines += StyledLine(options.oneLine("(\(note))")).wrapped(to: options.width) }
    return lines.encoded(options)
  }

  private func notes(_ text: String) -> [MarkdownNode] {
    [MarkdownNode(.blockQuote, children: [MarkdownNode(.paragraph, children: [MarkdownNode(.text("Notes: \(text)"))])])]
  }
}
