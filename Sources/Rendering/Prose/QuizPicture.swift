// A question in a terminal: its choices without giving the answer away, then reasons for the choices that were made.
import LessonDocuments

public enum QuizPicture {
  /// Which of how many questions of a lesson one is; both from 1.
  public typealias Place = (number: Int, count: Int)

  /// The question and its choices.
  ///
  /// - Parameter place: nil says neither number.
  public static func lines(for quiz: Quiz, place: Place? = nil, options: TextOptions) -> [StyledLine] {
    let choices = quiz.choices.map(\.text)
    var lines = question(of: quiz, place, options) + ChoicePicture.lines(for: choices, options: options)
    if quiz.hasSeveralRight {
      lines.append(StyledLine(options.plain ? "Choose all that hold." : "  (choose all that hold)", PictureStyle.quiet))
    }
    return lines.fitted(options)
  }

  /// The question with its answer: every choice with its mark, and under it its reason.
  public static func answeredLines(for quiz: Quiz, place: Place? = nil, options: TextOptions) -> [StyledLine] {
    question(of: quiz, place, options) + answerLines(for: quiz, options: options)
  }

  private static func question(of quiz: Quiz, _ place: Place?, _ options: TextOptions) -> [StyledLine] {
    var label = "Question"
    if let place, place.count > 1 { label += " \(place.number) of \(place.count)" }
    let mark = StyledLine(label + (options.plain ? ". " : ": "), PictureStyle.quiet)
    return ChoicePicture.item(mark, quiz.question, PictureStyle.name, options: options)
  }

  /// For each of these choices whether it is right, and why; indices from 0.
  public static func reasonLines(for quiz: Quiz, choices: [Int], options: TextOptions) -> [StyledLine] {
    choices.filter(quiz.choices.indices.contains).flatMap { index in
      let choice = quiz.choices[index]
      let verdict = choice.isRight ? "right" : "wrong"
      let style = style(choice)
      let mark =
        options.plain
        ? StyledLine("\(letter(index)) is \(verdict). ", PictureStyle.quiet)
        : StyledLine(
          "  \(sign(choice, options)) \(letter(index))) \(verdict)\(choice.reason.isEmpty ? "" : ": ")", style)
      return ChoicePicture.item(mark, choice.reason, PictureStyle.plain, indent: 7, options: options)
    }
  }

  /// Every choice with its mark, and under it its reason: the answer, for who has just read the question.
  public static func answerLines(for quiz: Quiz, options: TextOptions) -> [StyledLine] {
    quiz.choices.enumerated().flatMap { index, choice -> [StyledLine] in
      let verdict = choice.isRight ? "right" : "wrong"
      if options.plain {
        let mark = StyledLine("\(letter(index)) is \(verdict): ", PictureStyle.quiet)
        return ChoicePicture.item(mark, choice.text + " " + choice.reason, PictureStyle.plain, options: options)
      }
      let mark = StyledLine("  \(sign(choice, options)) \(letter(index))) ", style(choice))
      let text = choice.isRight ? PictureStyle.name : PictureStyle.plain
      let lines = ChoicePicture.item(mark, choice.text, text, options: options)
      guard !choice.reason.isEmpty else { return lines }
      let margin = StyledLine(String(repeating: " ", count: 7))
      return lines + ChoicePicture.item(margin, choice.reason, PictureStyle.quiet, options: options)
    }
  }

  /// Says that the reader had the question right before.
  ///
  /// - Parameter attempt: the first that was right, from 1.
  public static func knownLines(rightAttempt attempt: Int, options: TextOptions) -> [StyledLine] {
    let sign = options.plain ? "" : options.ascii ? "+ " : "✓ "
    let times = attempt == 1 ? "at the first attempt" : "at attempt \(attempt)"
    return (StyledLine(sign, PictureStyle.expected) + StyledLine("You have answered this right, \(times)."))
      .wrapped(to: options.width, indent: sign.count)
  }

  /// a, b, c …; numbers where the letters end.
  public static func letter(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return letters.indices.contains(index) ? String(letters[index]) : String(index + 1)
  }

  private static func sign(_ choice: Quiz.Choice, _ options: TextOptions) -> String {
    if options.ascii { return choice.isRight ? "+" : "-" }
    return choice.isRight ? "✓" : "✗"
  }

  private static func style(_ choice: Quiz.Choice) -> TextStyle {
    choice.isRight ? PictureStyle.expected : PictureStyle.warning
  }
}

extension Quiz {
  /// Their places among the choices, from 0.
  public var rightChoices: Set<Int> { Set(choices.indices.filter { choices[$0].isRight }) }

  /// Whether a reader has to find more than one.
  public var hasSeveralRight: Bool { rightChoices.count > 1 }
}
