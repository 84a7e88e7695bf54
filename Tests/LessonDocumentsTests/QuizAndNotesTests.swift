// Quizzes (LESSON_FORMAT rule 10) and speaker notes (rule 11).
import Testing

@testable import LessonDocuments

struct QuizTests {
  private func read(_ content: String) throws -> (quiz: Quiz, warnings: [String]) {
    let text = "# T\n\n```quiz\n" + content + "```\n"
    let reading = try LessonReader.read(text, named: "l.md")
    return (try #require(reading.lesson.quizzes.first), reading.warnings.map(\.description))
  }

  @Test("a quiz is a question, choices, and a reason under each")
  func whole() throws {
    let (quiz, warnings) = try read(
      """

      What follows *the*?
      Say.

      - [x] A noun, most often.
        Counting says so.

            indented
      - [ ] Nothing.
      * [X] A verb

      """)
    #expect(quiz.question == "What follows *the*?\nSay.")
    #expect(
      quiz.choices == [
        Quiz.Choice(text: "A noun, most often.", isRight: true, reason: "Counting says so.\n\n    indented"),
        Quiz.Choice(text: "Nothing.", isRight: false, reason: ""),
        Quiz.Choice(text: "A verb", isRight: true, reason: ""),
      ])
    #expect(
      quiz.range == SourceRange(start: SourcePosition(line: 3, column: 1), end: SourcePosition(line: 14, column: 3)))
    #expect(warnings.isEmpty)
  }

  @Test(
    "what is missing in a quiz is a warning",
    arguments: [
      ("- [x] a\n", "l.md:3: ", "question"), ("Q?\n", "l.md:3: ", "choices"),
      ("Q?\n- [ ] a\n- [ ] b\n", "l.md:3: ", "right"),
      ("Q?\n- [x] a\nnot indented\n", "l.md:6: ", "indented"), ("Q?\n- [y] a\n", "l.md:3: ", "choices"),
      ("Q?\n-[x] a\n-\n- [x\n- []\n- [x]a\n", "l.md:3: ", "choices"),
    ])
  func missing(_ content: String, _ place: String, _ word: String) throws {
    let (_, warnings) = try read(content)
    let isTold = warnings.contains { $0.hasPrefix(place) && $0.contains(word) }
    #expect(isTold, "\(warnings)")
  }

  @Test("an attribute behind quiz or expect is a warning")
  func attributes() throws {
    let reading = try LessonReader.read(
      "```swift\n1\n```\n```expect loose\n```\n```quiz id=a\nQ?\n- [x] a\n```\n", named: "l.md")
    #expect(reading.warnings.map(\.line) == [4, 6])
  }
}

struct SpeakerNotesTests {
  @Test("a comment that starts with notes: holds notes, as a block, in a list and in a paragraph")
  func notes() throws {
    let reading = try LessonReader.read(
      """
      <!-- notes:
      One.

      Two.
      -->

      - <!--notes: in a list -->

      text <!-- notes: inline --> text
      """, named: "l.md")
    #expect(reading.lesson.notes.map(\.text) == ["One.\n\nTwo.", "in a list", "inline"])
    #expect(reading.lesson.notes.map(\.range.description) == ["1:1-5:3", "7:3-7:26", "9:6-9:27"])
    #expect(reading.warnings.isEmpty)
  }

  @Test(
    "other comments are no notes, nor is anything in code",
    arguments: [
      "<!-- note: x -->\n", "<!-- x notes: -->\n", "`<!-- notes: x -->`\n", "    <!-- notes: x -->\n",
      "<div><!-- notes: x --></div>\n",
    ])
  func others(_ text: String) throws {
    #expect(try LessonReader.read(text, named: "l.md").lesson.notes.isEmpty)
  }

  @Test("notes that never end, and text behind them, are warnings")
  func warnings() throws {
    #expect(try LessonReader.read("a\n\n<!-- notes: x\n\nb\n", named: "l.md").warnings.map(\.line) == [3])
    #expect(try LessonReader.read("<!-- notes:\nx --> lost\n", named: "l.md").warnings.map(\.line) == [2])
  }
}
