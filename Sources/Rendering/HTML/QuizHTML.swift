// A question with its choices; the answer stays folded away.
import LessonDocuments

enum QuizHTML {
  static func html(for quiz: Quiz) -> HTML {
    let choices = quiz.choices.map { HTML.element("li", [:], [text($0.text)]) }
    let reasons = quiz.choices.enumerated().map { index, choice -> HTML in
      let verdict = "\(QuizPicture.letter(index)): \(choice.isRight ? "right" : "wrong")"
      let reason = choice.reason.isEmpty ? HTML.empty : [.text(". "), text(choice.reason)].joined()
      return .element("li", [:], [.element("strong", text: verdict), reason])
    }
    return .element(
      "section", ["class": "quiz", "aria-label": "Question"],
      [
        .element("p", [:], [text(quiz.question)]), .element("ol", ["type": "a"], choices),
        .element("details", [:], [.element("summary", text: "answer"), .element("ul", [:], reasons)]),
      ])
  }

  private static func text(_ text: String) -> HTML {
    let paragraph = MarkdownNode(.paragraph, children: QuizText.inlines(text))
    return ProseHTML.inlines(TypographicQuotes.curled(paragraph).children)
  }
}
