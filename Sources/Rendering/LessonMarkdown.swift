// A lesson with its outputs as Markdown that reads well on a code host: under each step what it showed, as plain text.
import LessonDocuments
import StepRecords

public enum LessonMarkdown {
  /// Columns of the outputs; code hosts show about as many without scrolling.
  static let width = 100

  /// The lesson as the text of a Markdown file. Outputs stand in `text` blocks below their steps, in place of `expect`
  /// blocks; quizzes are lists with a folded answer; notes and other comments are left out.
  ///
  /// - Parameter outputs: one for each step, in order.
  public static func text(_ lesson: Lesson, outputs: [StepOutput]) -> String {
    let writing = MarkdownWriting(lesson: lesson, outputs: outputs)
    var result = lesson
    result.document.children = writing.blocks(lesson.document.children)
    return LessonWriter.text(of: result)
  }
}

private struct MarkdownWriting {
  let lesson: Lesson
  let outputs: [StepOutput]
  private let known: LessonBlocks

  init(lesson: Lesson, outputs: [StepOutput]) {
    self.lesson = lesson
    self.outputs = outputs
    known = LessonBlocks(lesson)
  }

  func blocks(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    nodes.flatMap { node -> [MarkdownNode] in
      switch known.item(for: node) {
      case .step(let index)?: return step(index, node)
      case .quiz(let index)?: return quiz(lesson.quizzes[index])
      case .expectation?, .notes?: return []
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
    let text = outputs.indices.contains(index) ? self.text(of: outputs[index], step) : ""
    let output = text.isEmpty ? [] : [MarkdownNode(.codeBlock(info: "text", literal: text))]
    return (step.isHidden ? folded("source", [source]) : [source]) + output
  }

  private func text(of output: StepOutput, _ step: Step) -> String {
    let options = TextOptions(width: LessonMarkdown.width)
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

  private func quiz(_ quiz: Quiz) -> [MarkdownNode] {
    let choices = quiz.choices.enumerated().map { "\(QuizPicture.letter($0))) \($1.text)" }
    let reasons = quiz.choices.enumerated().map { index, choice in
      "\(QuizPicture.letter(index))) \(choice.isRight ? "right" : "wrong")"
        + (choice.reason.isEmpty ? "" : ": \(choice.reason)")
    }
    return [paragraph(quiz.question), list(choices)] + folded("answer", [list(reasons)])
  }

  private func list(_ texts: [String]) -> MarkdownNode {
    MarkdownNode(
      .list(.bullet, isTight: true), children: texts.map { MarkdownNode(.listItem, children: [paragraph($0)]) })
  }

  private func paragraph(_ text: String) -> MarkdownNode {
    MarkdownNode(.paragraph, children: QuizText.inlines(text))
  }

  private func folded(_ summary: StaticString, _ nodes: [MarkdownNode]) -> [MarkdownNode] {
    [MarkdownNode(.htmlBlock("<details><summary>\(summary)</summary>\n"))] + nodes
      + [MarkdownNode(.htmlBlock("</details>\n"))]
  }
}
