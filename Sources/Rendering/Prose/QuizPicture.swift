// A question and its choices in a terminal, without giving the answer away.
import LessonDocuments

public enum QuizPicture {
  public static func lines(for quiz: Quiz, options: TextOptions) -> [StyledLine] {
    let width = min(options.width, ProsePicture.maximumTextWidth)
    func item(_ mark: String, _ text: String, _ style: TextStyle) -> [StyledLine] {
      let picture = InlinePicture(QuizText.inlines(text), style: style, options: options)
      let rest = StyledLine(String(repeating: " ", count: mark.count))
      return picture.wrapped(to: width - mark.count).enumerated().map { index, line in
        (index == 0 ? StyledLine(mark, PictureStyle.quiet) : rest) + line
      }
    }
    return item("Question: ", quiz.question, PictureStyle.name)
      + quiz.choices.enumerated().flatMap { item("  \(letter($0))) ", $1.text, PictureStyle.plain) }
  }

  /// a, b, c …; numbers where the letters end.
  static func letter(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return letters.indices.contains(index) ? String(letters[index]) : String(index + 1)
  }
}
