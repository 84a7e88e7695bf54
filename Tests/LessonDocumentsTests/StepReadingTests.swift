// Which blocks are steps, in which order, and what they are called (LESSON_FORMAT rules 3, 5 and 6).
import Testing

@testable import LessonDocuments

struct StepReadingTests {
  @Test("a fence whose first word is swift is a step, with backticks or tildes, at any depth")
  func anyDepth() throws {
    let lesson = try LessonReader.read(
      """
      ```swift
      one
      ```

      - item

        ~~~~ swift
        two
        ~~~~

        1. deeper

           > ```swift title="in a quote"
           > three
           > ```
      """, named: "l.md"
    ).lesson
    #expect(lesson.steps.map(\.source.text) == ["one", "two", "three"])
    #expect(lesson.steps.map(\.number) == [1, 2, 3])
  }

  @Test(
    "other languages, indented code and fences inside fences are no steps",
    arguments: [
      "```text\nx\n```\n", "```\nx\n```\n", "    x\n", "```swiftui\nx\n```\n", "```text swift\nx\n```\n",
      "````markdown\n```swift\nx\n```\n````\n", "<pre>\n```swift\nx\n```\n</pre>\n", "``swift``\n",
    ])
  func noStep(_ text: String) throws {
    let reading = try LessonReader.read(text, named: "l.md")
    #expect(reading.lesson.steps.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  @Test("a language that is only spelled in another case is a warning")
  func languageCase() throws {
    let reading = try LessonReader.read("# A\n\n```Swift\nx\n```\n", named: "l.md")
    #expect(reading.lesson.steps.isEmpty)
    #expect(reading.warnings.map(\.line) == [3])
  }

  @Test("a step without an id is named by its number, counted over all steps")
  func names() throws {
    let lesson = try LessonReader.read("```swift\n```\n```swift id=two\n```\n```swift\n```\n", named: "l.md").lesson
    #expect(lesson.steps.map(\.name) == ["1", "two", "3"])
  }

  @Test("two steps with one id are an error that names both lines")
  func duplicateID() {
    #expect(throws: LessonError.duplicateID(path: "l.md", id: "a", line: 6, firstLine: 2)) {
      try LessonReader.read("\n```swift id=a\n```\n\n\n```swift id=a\n```\n", named: "l.md")
    }
    let error = LessonError.duplicateID(path: "l.md", id: "a", line: 6, firstLine: 2)
    #expect("\(error)".hasPrefix("l.md:6: ") && "\(error)".contains("line 2"))
  }

  @Test("a step that is never closed reaches to the end, with a warning")
  func unclosed() throws {
    let reading = try LessonReader.read("text\n\n```swift\nlet x = 1\n\nlet y = 2", named: "l.md")
    #expect(reading.lesson.steps.map(\.source.text) == ["let x = 1\n\nlet y = 2"])
    #expect(reading.warnings.map(\.description) == ["l.md:3: this swift block is never closed"])
  }

  @Test("empty lines at the ends of a step are its own")
  func emptyLines() throws {
    let lesson = try LessonReader.read("```swift\n\nx\n\n```\n```swift\n```\n", named: "l.md").lesson
    #expect(lesson.steps.map(\.source.text) == ["\nx\n", ""])
    #expect(lesson.steps.map(\.source.columnOffsets) == [[0, 0, 0], []])
  }

  @Test(
    "the title is the front matter's, else the first heading's text, else the file's name",
    arguments: [
      ("---\ntitle: Front\n---\n# Heading\n", "Front"), ("para\n\n## The *first* `x`\n\n# Second\n", "The first x"),
      ("> # In a quote\n", "In a quote"), ("#\n\n# Second\n", "Second"), ("no heading\n", "05-attention"),
      ("", "05-attention"),
    ])
  func title(_ text: String, _ title: String) throws {
    #expect(try LessonReader.read(text, named: "Lessons/a/05-attention.md").lesson.title == title)
  }
}
