// Every character of a step has its exact place in the file: containers, tabs, line endings, byte order marks.
import Testing

@testable import LessonDocuments

struct SourcePositionTests {
  /// Where `name` begins in the file, by the step's own account.
  private func place(of name: String, in bytes: [UInt8]) throws -> SourcePosition {
    let lesson = try LessonReader.read(bytes, named: "l.md").lesson
    for step in lesson.steps {
      for (index, line) in step.source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard let found = line.firstRange(of: name) else { continue }
        return step.source.position(line: index + 1, column: line[..<found.lowerBound].utf8.count + 1)
      }
    }
    throw NotFound()
  }

  private struct NotFound: Error {}

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// Of `HERE`.
    var line: Int
    var column: Int

    init(_ name: String, _ text: String, _ line: Int, _ column: Int) {
      (self.name, self.text, self.line, self.column) = (name, text, line, column)
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("at the margin", "# T\n\n```swift\nlet HERE\n```\n", 4, 5),
    Case("below front matter", "---\ntitle: T\n---\n```swift\nHERE\n```\n", 5, 1),
    Case("in a list", "- item\n\n  ```swift\n  a\n    HERE\n  ```\n", 5, 5),
    Case("in a fence that begins on the item's line", "10. ```swift\n    HERE\n    ```\n", 2, 5),
    Case("in a quote", "> ```swift\n> let HERE\n>no space HERE2\n> ```\n", 2, 7),
    Case("in a quote without the space", "> ```swift\n>HERE\n> ```\n", 2, 2),
    Case("in a quote in a list in a quote", "> - a\n>\n>   > ```swift\n>   > x HERE\n>   > ```\n", 4, 9),
    Case("in an indented fence, whose lines are indented less", "   ```swift\n  HERE\n   ```\n", 2, 3),
    Case("in an indented fence, whose lines are indented more", "  ```swift\n     HERE\n  ```\n", 2, 6),
    Case("behind tabs of the source", "```swift\n\t\tHERE\n```\n", 2, 3),
    Case("behind a tab that is the list's indentation", "1.\tx\n\n\t```swift\n\tHERE\n\t```\n", 4, 2),
    Case("behind a tab, half of which is the list's", "- x\n\n\t```swift\n\tHERE\n\t```\n", 4, 2),
    Case("behind a tab of the source, half of which is the list's", "- x\n\n  ```swift\n\t\tHERE\n  ```\n", 4, 3),
    Case("behind characters of several bytes", "```swift\n/* é≈👍 */ HERE\n```\n", 2, 17),
    Case("with CRLF", "# T\r\n\r\n> ```swift\r\n> a\r\n> HERE\r\n> ```\r\n", 5, 3),
    Case("with CR only", "# T\r\r```swift\ra\rHERE\r```\r", 5, 1),
    Case("with every line ending at once", "a\n\rb\r\n\r\n```swift\rHERE\r\n```\n", 6, 1),
    Case("behind a byte order mark", "\u{FEFF}```swift\nHERE\n```\n", 2, 1),
    Case("behind a byte order mark and front matter", "\u{FEFF}---\nseed: 1\n---\n\n~~~swift\n HERE\n~~~\n", 6, 2),
    Case("below link definitions", "[a]: b\n[c]: d\ntext\n\n```swift\nHERE\n```\n", 6, 1),
    Case("below HTML", "<div>\nx\n</div>\n\n```swift\nHERE\n```\n", 6, 1),
    Case("at the end of a file without a line ending", "```swift\nHERE", 2, 1),
  ]

  @Test("a character of a step is where it says", arguments: cases)
  func positions(_ input: Case) throws {
    let bytes = Array(input.text.utf8)
    let place = try place(of: "HERE", in: bytes)
    #expect(place == SourcePosition(line: input.line, column: input.column))
    // The account of the test itself: those bytes are there.
    let lines = SourceLines(bytes)
    let index = place.column - lines.firstColumn(line: place.line)
    #expect(String(decoding: lines[place.line].dropFirst(index).prefix(4), as: UTF8.self) == "HERE")
  }

  @Test("a NUL character is a warning, and what follows it stays in its place")
  func nul() throws {
    let reading = try LessonReader.read(Array("x\0y\n\n> ```swift\n> a\0b\n> HERE\n> ```\n".utf8), named: "l.md")
    #expect(reading.lesson.steps.map(\.source.text) == ["a\u{FFFD}b\nHERE"])
    #expect(reading.lesson.steps.map(\.source.columnOffsets) == [[2, 2]])
    #expect(reading.warnings.map(\.line) == [1])
  }

  @Test("the range of a step is its whole fence, from mark to mark")
  func ranges() throws {
    let lesson = try LessonReader.read("- a\r\n\r\n  ```swift\r\n  x\r\n  ```  \r\n\r\ntail\r\n", named: "l.md").lesson
    #expect(lesson.steps.map(\.range.description) == ["3:3-5:7"])
  }

  @Test("every node of a tree has its place; cmark's own are mended")
  func dump() throws {
    let text = """
      ---
      title: T
      ---
      # A *b*

      para `c d` [l](u)
        and **s**
      > quote

      - one
        two <b>
      """
    let document = try LessonReader.read(text, named: "l.md").lesson.document
    #expect(
      document.dump() == """
        document 4:1-11:9
          heading 1 4:1-4:7
            text "A " 4:3-4:4
            emphasis 4:5-4:7
              text "b" 4:6-4:6
          paragraph 6:1-7:11
            text "para " 6:1-6:5
            code "c d" 6:6-6:10
            text " " 6:11-6:11
            link "u" "" 6:12-6:17
              text "l" 6:13-6:13
            soft break ?
            text "and " 7:3-7:6
            strong 7:7-7:11
              text "s" 7:9-7:9
          quote 8:1-8:7
            paragraph 8:3-8:7
              text "quote" 8:3-8:7
          list tight 10:1-11:9
            item 10:1-11:9
              paragraph 10:3-11:9
                text "one" 10:3-10:5
                soft break ?
                text "two " 11:3-11:6
                inline html "<b>" 11:7-11:9

        """)
    #expect(document.dump(withPositions: false).hasPrefix("document\n  heading 1\n    text \"A \"\n"))
  }

  @Test("an autolink stands where its text does, also in a list and on a later line")
  func autolinks() throws {
    let document = try LessonReader.read("- a\n  b <http://x.y> c\n", named: "l.md").lesson.document
    #expect(document.dump().contains("link \"http://x.y\" \"\" 2:5-2:16"), "\(document.dump())")
  }

  @Test("a text that also stands at an earlier place is never said to be there")
  func repeatedText() throws {
    // cmark joins a reference to the text around it; where that text stands cannot be told from its bytes.
    let document = try LessonReader.read("- -&#32;\n", named: "l.md").lesson.document
    #expect(document.dump().contains("text \"- \" ?"), "\(document.dump())")
  }

  @Test("a fence whose first content line looks like its opening is a fence")
  func fenceLikeContent() throws {
    let document = try LessonReader.read(" ```expect\n```expect\n\n", named: "l.md").lesson.document
    #expect(document.dump(withPositions: false).contains("fence \"expect\" \"```expect\\n\\n\""))
    let indented = try LessonReader.read("    ```\0\n", named: "l.md").lesson.document
    #expect(indented.dump().contains("indented code"))
  }
}
