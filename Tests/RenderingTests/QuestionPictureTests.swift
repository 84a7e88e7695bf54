// Questions, their answers and guesses as a terminal shows them.
import LessonDocuments
import Testing

@testable import Rendering

@Suite("Questions and guesses")
struct QuestionPictureTests {
  private static let range = SourceRange(
    start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 9, column: 4))

  static let attention = Quiz(
    question: "In an attention map, what does one row of `weights` show?",
    choices: [
      .init(
        text: "How one position divides its attention among all positions.", isRight: true,
        reason: "The softmax goes along the row: the row belongs to the query, and adds up to 1."),
      .init(
        text: "How much one position is attended to by all the others.", isRight: false,
        reason: "That is a column; columns need not add up to 1."),
      .init(text: "The value vector of one position.", isRight: false, reason: ""),
    ], range: range)

  static let several = Quiz(
    question: "Which of these keep a word from seeing later words?",
    choices: [
      .init(text: "The causal mask.", isRight: true, reason: "It sets their scores to minus infinity."),
      .init(text: "Dropout.", isRight: false, reason: "It leaves out numbers at random, wherever they stand."),
      .init(text: "Cutting the text before the word.", isRight: true, reason: "What is not there cannot be seen."),
    ], range: range)

  private static let looks: [(name: String, options: TextOptions)] =
    [("60 columns", TextOptions(width: 60))] + TextOptions.plainLooks + [
      ("30 columns", TextOptions(width: 30)), ("80 columns, in words", TextOptions(width: 80, plain: true)),
    ]

  private func sheet(
    _ looks: [(name: String, options: TextOptions)], _ pictures: (TextOptions) -> [[StyledLine]]
  ) -> String {
    looks.map { look in
      "== \(look.name)\n\n" + pictures(look.options).map { $0.encoded(look.options) + "\n" }.joined()
    }.joined()
  }

  private func quizzes(_ options: TextOptions) -> [[StyledLine]] {
    [
      QuizPicture.lines(for: Self.attention, place: (2, 3), options: options),
      QuizPicture.reasonLines(for: Self.attention, choices: [1], options: options),
      QuizPicture.reasonLines(for: Self.attention, choices: [0, 2], options: options),
      QuizPicture.answeredLines(for: Self.attention, place: (2, 3), options: options)
        + QuizPicture.knownLines(rightAttempt: 1, options: options),
      QuizPicture.lines(for: Self.several, options: options),
      QuizPicture.answerLines(for: Self.several, options: options)
        + QuizPicture.knownLines(rightAttempt: 3, options: options),
    ]
  }

  private func guesses(_ options: TextOptions) -> [[StyledLine]] {
    [
      GuessPicture.lines(guess: "3", verdict: .right, answer: "3.0", options: options),
      GuessPicture.lines(
        guess: "0.9", verdict: .close(relativeError: -0.0851), answer: "0.9837075 (sharp)", options: options),
      GuessPicture.lines(
        guess: "leaves", verdict: .wrong, answer: "goes (22.6 %; leaves 19.4 %)", options: options),
      GuessPicture.lines(
        guess: "2 and 5", verdict: .open, answer: "[0.0, 3.0, 0.0, 0.0, 3.0, 1.0]", options: options),
      GuessPicture.lines(guess: "it goes up", verdict: .open, answer: "", options: options),
      GuessPicture.lines(
        guess: "the word that stands before the verb, as it does in most of the sentences of this page",
        verdict: .open, answer: "the pilot greets the captain at the pier / the ferry leaves at nine", options: options),
    ]
  }

  @Test("quizzes are drawn as recorded")
  func quizSheet() throws {
    try Snapshots.expect(sheet(Self.looks, quizzes), named: "quiz.txt")
    try Snapshots.expect(
      sheet(TextOptions.coloredLooks, quizzes).withVisibleEscapes, named: "quiz-colors.txt")
  }

  @Test("guesses are drawn as recorded")
  func guessSheet() throws {
    try Snapshots.expect(sheet(Self.looks, guesses), named: "guesses.txt")
    try Snapshots.expect(
      sheet(TextOptions.coloredLooks, guesses).withVisibleEscapes, named: "guesses-colors.txt")
  }

  @Test("a question does not tell how many choices hold, only that they may be several")
  func several() {
    let text = QuizPicture.lines(for: Self.several, options: TextOptions()).map(\.plainText).joined(separator: "\n")
    #expect(text.contains("choose all that hold") && !text.contains("2") && !text.lowercased().contains("two"))
    let one = QuizPicture.lines(for: Self.attention, options: TextOptions()).map(\.plainText).joined()
    #expect(!one.contains("all that hold"))
  }

  @Test("reasons are told of the choices asked for only")
  func reasons() {
    let lines = QuizPicture.reasonLines(for: Self.attention, choices: [1, 7, -1], options: TextOptions())
    #expect(lines.map(\.plainText) == ["  ✗ b) wrong: That is a column; columns need not add up to 1."])
  }

  @Test("questions and guesses keep to the width and to safe characters", arguments: Hostile.texts)
  func hostile(_ text: String) {
    let quiz = Quiz(
      question: text,
      choices: [.init(text: text, isRight: true, reason: text), .init(text: text, isRight: false, reason: text)],
      range: Self.range)
    for width in [20, 41, 120] {
      for (ascii, plain) in [(false, false), (true, false), (true, true)] {
        let options = TextOptions(width: width, ascii: ascii, plain: plain)
        var lines = QuizPicture.lines(for: quiz, place: (1, 2), options: options)
        lines += QuizPicture.answeredLines(for: quiz, options: options)
        lines += QuizPicture.reasonLines(for: quiz, choices: [0, 1], options: options)
        for verdict in [GuessPicture.Verdict.right, .close(relativeError: .nan), .wrong, .open] {
          lines += GuessPicture.lines(guess: text, verdict: verdict, answer: text, options: options)
        }
        #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(options)")
        let unsafe = lines.flatMap(\.plainText.unicodeScalars).filter { $0.isUnsafe || ascii && $0.value > 0x7e }
        #expect(unsafe.isEmpty, "\(options)")
      }
    }
  }
}
