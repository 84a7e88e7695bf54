// A question as Markdown: its choices as a list, the answer folded away.
import LessonDocuments

enum QuizMarkdown {
  static func blocks(_ quiz: Quiz) -> [MarkdownNode] {
    let choices = quiz.choices.enumerated().map { "\(QuizPicture.letter($0))) \($1.text)" }
    let reasons = quiz.choices.enumerated().map { index, choice in
      "\(QuizPicture.letter(index))) \(choice.isRight ? "right" : "wrong")"
        + (choice.reason.isEmpty ? "" : ": \(choice.reason)")
    }
    return [paragraph(quiz.question), list(choices)] + folded("answer", [list(reasons)])
  }

  static func folded(_ summary: StaticString, _ nodes: [MarkdownNode]) -> [MarkdownNode] {
    [MarkdownNode(.htmlBlock("<details><summary>\(summary)</summary>\n"))] + nodes
      + [MarkdownNode(.htmlBlock("</details>\n"))]
  }

  private static func list(_ texts: [String]) -> MarkdownNode {
    MarkdownNode(
      .list(.bullet, isTight: true), children: texts.map { MarkdownNode(.listItem, children: [paragraph($0)]) })
  }

  private static func paragraph(_ text: String) -> MarkdownNode {
    MarkdownNode(.paragraph, children: QuizText.inlines(text))
  }
}
