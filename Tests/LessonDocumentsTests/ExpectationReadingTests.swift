// Which step an expect block belongs to, and where its lines stand (LESSON_FORMAT rule 8).
import Testing

@testable import LessonDocuments

struct ExpectationReadingTests {
  @Test("an expect block belongs to the step right above it")
  func belongs() throws {
    let reading = try LessonReader.read(
      """
      ```swift
      1
      ```
      ```expect
      one
      ```

      ```swift
      2
      ```


      ~~~expect

      two
      ~~~
      """, named: "l.md")
    #expect(reading.lesson.expectations.map(\.step) == [1, 2])
    #expect(reading.lesson.expectations.map(\.lines) == [["one"], ["", "two"]])
    #expect(reading.lesson.expectations.map(\.contentLines) == [5..<6, 14..<16])
    #expect(reading.lesson.expectations.map(\.range.description) == ["4:1-6:3", "13:1-16:3"])
    #expect(reading.warnings.isEmpty)
  }

  @Test(
    "without a step right above, it is a warning and has no effect",
    arguments: [
      ("```expect\nx\n```\n", 1), ("```swift\n1\n```\n\ntext\n\n```expect\n```\n", 7),
      ("```swift\n1\n```\n```text\n```\n```expect\n```\n", 6), ("```swift\n1\n```\n---\n```expect\n```\n", 5),
      ("```swift\n1\n```\n<!-- x -->\n```expect\n```\n", 5),
    ])
  func alone(_ text: String, _ line: Int) throws {
    let reading = try LessonReader.read(text, named: "l.md")
    #expect(reading.lesson.expectations.isEmpty)
    #expect(reading.warnings.map(\.line) == [line])
  }

  @Test("a second expect block for one step has no effect, with a warning")
  func second() throws {
    let reading = try LessonReader.read("```swift\n1\n```\n```expect\na\n```\n```expect\nb\n```\n", named: "l.md")
    #expect(reading.lesson.expectations.map(\.lines) == [["a"]])
    #expect(reading.warnings.map(\.line) == [7])
  }

  @Test("for a step that is not run it is a warning")
  func notRun() throws {
    let reading = try LessonReader.read("```swift no-run\n1\n```\n```expect\na\n```\n", named: "l.md")
    #expect(reading.warnings.map(\.line) == [4])
  }

  @Test(
    "the prefix of its lines is what its containers need",
    arguments: [
      ("```expect\nx\n```\n", ""), ("  ```expect\n  x\n  ```\n", "  "), ("> ```expect\n> x\n> ```\n", "> "),
      (">```expect\n>x\n>```\n", "> "), ("- ```expect\n  x\n  ```\n", "  "), ("-\t```expect\n\tx\n\t```\n", " \t"),
      ("1. > ```expect\n   > x\n   > ```\n", "   > "), ("> - ```expect\n>   x\n>   ```\n", ">   "),
    ])
  func prefix(_ block: String, _ prefix: String) throws {
    let lesson = try LessonReader.read("```swift\n1\n```\n" + block, named: "l.md").lesson
    #expect(lesson.expectations.map(\.lines) == [["x"]])
    #expect(lesson.expectations.map(\.linePrefix) == [prefix])
  }
}
