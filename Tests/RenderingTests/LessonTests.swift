// A whole lesson, as prose in a terminal, as a page and as Markdown.
import LessonDocuments
import Rendering
import StepRecords
import Testing

@Suite("Lessons")
struct LessonTests {
  private static let mixed = TextOptions.plainLooks + TextOptions.coloredLooks

  private func text(_ options: TextOptions) -> String {
    let lesson = Samples.lesson
    let lines = LessonFlow.items(of: lesson).flatMap { item -> [StyledLine] in
      switch item {
      case .prose(let node): ProsePicture.lines(for: node, options: options) + [StyledLine()]
      case .step(let index): CodePicture.lines(for: lesson.steps[index].source, options: options) + [StyledLine()]
      case .quiz(let index): QuizPicture.lines(for: lesson.quizzes[index], options: options) + [StyledLine()]
      case .expectation, .notes: []
      }
    }
    return lines.encoded(options)
  }

  @Test("prose, code and quizzes are drawn as recorded")
  func prose() throws {
    let plain = TextOptions.plainLooks.map { "== \($0.name)\n\n" + text($0.options) }.joined()
    try Snapshots.expect(plain, named: "lesson.txt")
    let colored = TextOptions.coloredLooks.map { "== \($0.name)\n\n" + text($0.options) }.joined()
    try Snapshots.expect(colored.withVisibleEscapes, named: "lesson-colors.txt")
    try Snapshots.expect(text(TextOptions(plain: true)), named: "lesson-words.txt")
  }

  @Test("a quiz does not give its answer away, and notes are never shown")
  func secrets() {
    for look in Self.mixed {
      let text = text(look.options)
      #expect(!text.contains("The softmax goes along") && !text.contains("[x]"))
      #expect(!text.contains("draw three columns"))
    }
    #expect(!LessonPage.html(Samples.lesson, outputs: Samples.outputs).contains("draw three columns"))
    #expect(!LessonMarkdown.text(Samples.lesson, outputs: Samples.outputs).contains("draw three columns"))
  }

  @Test("the page is as recorded")
  func page() throws {
    let outputs = Samples.outputs.map { output in
      StepOutput(records: output.records.filter { Samples.pageRecords.contains($0) }, end: output.end)
    }
    try Snapshots.expect(LessonPage.html(Samples.lesson, outputs: outputs), named: "lesson-page.txt")
  }

  @Test("the Markdown is as recorded, with outputs in place of expect blocks")
  func markdown() throws {
    let text = LessonMarkdown.text(Samples.lesson, outputs: Samples.outputs)
    #expect(!text.contains("```expect"))
    try Snapshots.expect(text, named: "lesson-markdown.txt")
  }

  @Test("the Markdown reads as a lesson with the same steps", arguments: Hostile.texts)
  func readAgain(_ text: String) throws {
    var builder = LessonBuilder(path: "lesson.md", title: "A lesson")
    builder.step("let x = 1\nx", id: "one")
    builder.step("let y = 2", id: "two")
    let output = StepOutput(records: Hostile.records(saying: text), end: .init(status: .ok, note: text))
    let markdown = LessonMarkdown.text(builder.built, outputs: [output, output])
    let reading = try LessonReader.read(markdown, named: "lesson.md")
    #expect(reading.lesson.steps.map(\.source.text) == ["let x = 1\nx", "let y = 2"])
    #expect(!markdown.unicodeScalars.contains { $0.isUnsafe })
  }
}
