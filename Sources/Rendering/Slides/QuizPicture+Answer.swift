// A question with its answer: what is right, what is wrong, and why.
import LessonDocuments

extension QuizPicture {
  /// Every choice with its mark, and the author's reasons under them.
  public static func answer(to quiz: Quiz, options: TextOptions) -> [StyledLine] {
    let width = min(options.width, ProsePicture.maximumTextWidth)
    func text(_ mark: StyledLine, _ text: String, _ style: TextStyle) -> [StyledLine] {
      let rest = StyledLine(String(repeating: " ", count: mark.displayWidth))
      return InlinePicture(QuizText.inlines(text), style: style, options: options)
        .wrapped(to: max(width - mark.displayWidth, 8)).enumerated().map { ($0 == 0 ? mark : rest) + $1 }
    }
    var lines = text(StyledLine("Question: ", PictureStyle.quiet), quiz.question, PictureStyle.name)
    for (index, choice) in quiz.choices.enumerated() {
      let sign = options.oneLine(choice.isRight ? "✓" : "✗").padded(to: options.ascii ? 3 : 2)
      let style = choice.isRight ? PictureStyle.expected : PictureStyle.printed
      let mark = StyledLine(sign, style) + StyledLine("\(letter(index))) ", PictureStyle.quiet)
      lines += text(mark, choice.text, choice.isRight ? PictureStyle.name : PictureStyle.plain)
      if !choice.reason.isEmpty {
        let space = StyledLine(String(repeating: " ", count: mark.displayWidth))
        lines += text(space, choice.reason, PictureStyle.quiet)
      }
    }
    return lines
  }
}
