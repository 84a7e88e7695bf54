// A step's source written into its file: read(rewrite) gives the lesson with that text, and no other byte changes.
import Foundation
import Testing

@testable import LessonDocuments

struct StepRewritingTests {
  private func rewritten(_ text: String, step number: Int = 1, with source: String) throws -> String {
    let lesson = try LessonReader.read(text, named: "l.md").lesson
    let data = try StepRewriting.rewrite(
      Data(text.utf8), step: lesson.steps[number - 1], of: lesson, with: source)
    return String(decoding: data, as: UTF8.self)
  }

  @Test("only the lines between the fences change")
  func onlyTheContent() throws {
    let text =
      "\u{FEFF}---\r\nseed: 1   # kept\r\n---\r\n#   Title  \r\n* odd\t list\r\n\r\n```swift id=a\r\nlet a = 1\r\n```\r\n"
      + "```expect\r\n1\r\n```\r\n~~~~swift\r\nlet b = 2\r\n~~~~~  \r\ntail  \r\n\r\n"
    #expect(
      try rewritten(text, with: "let a = 2\nlet c = 3")
        == text.replacing("let a = 1", with: "let a = 2\r\nlet c = 3"))
    #expect(try rewritten(text, step: 2, with: "print()") == text.replacing("let b = 2", with: "print()"))
  }

  @Test("the same text changes nothing, in any container")
  func sameText() throws {
    for template in Self.templates {
      let text = template.replacing("%", with: "old")
      let source = try #require(try LessonReader.read(text, named: "l.md").lesson.steps.first).source.text
      #expect(try rewritten(text, with: source) == text, "\(text.debugDescription)")
    }
  }

  @Test("lines that stay the same keep their bytes, also where they are written in another way")
  func keptLines() throws {
    let text = "> ```swift\n>a\n>   b\n>c\n> d\r> ```\n"
    #expect(try rewritten(text, with: "a\n  b\nnew\nd") == "> ```swift\n>a\n>   b\n> new\n> d\r> ```\n")
    #expect(try rewritten(text, with: "a\n  b\nc\nd\n") == "> ```swift\n>a\n>   b\n>c\n> d\r>\n> ```\n")
    #expect(try rewritten(text, with: "d") == "> ```swift\n> d\r> ```\n")
  }

  /// `%` is the source.
  private static let templates = [
    "```swift\n%\n```\n", "```swift\n```\n", "```swift\r\n%\r\n```\r\nmore\r\n", "```swift\r%\r```\r",
    "\u{FEFF}```swift\n%\n```\n\n# Next\n", "- a\n\n  ```swift\n  %\n  ```\n- b\n",
    "1)\ta\n\n\t```swift\n\t%\n\t```\n\n\tmore\n", "> ```swift\n> %\n> ```\n> more\n", ">```swift\n>%\n>```\n",
    "1. > ```swift\n   > %\n   > ```\n2. x\n", "   ```swift\n   %\n   ```\n", "~~~ swift id=a\n%\n~~~\n",
    "```swift\n%", "```swift\n%\n", "```swift", "> ```swift\n> %", "> ```swift\n> %\n\nbehind the quote\n",
    "- ```swift\n  %\n\nbehind the list\n",
    "---\ntitle: T\n---\n```swift\n%\n```\n```expect\n1\n```\n\n```swift\nlet other = 1\n```\n",
  ]

  private static let sources = [
    "", "a", "a\nb", "  indented\n\ttab\n", "\n", "\n\n", "a\n\n\nb\n", "   ", "a  \n  ", "let s = \"```\"",
    "```", "\t```", "  \t~~~ ", "/*\n```\n````swift\n*/", "~~~\n~~~~", "  ```  \n ~~~\t", "# heading\n- list\n> quote",
    "---\n---",
    "é 漢字 👩‍👩‍👧 \u{2028}", "\u{FEFF}x", "&amp; \\* <b>", "\\n \\( ` `` ", "    four\n\t\ttwo tabs",
  ]

  @Test("reading back what was written gives the text, and all else as it was", arguments: templates)
  func readBack(_ template: String) throws {
    let text = template.replacing("%", with: "old")
    let before = try LessonReader.read(text, named: "l.md").lesson
    for source in Self.sources {
      let result = try rewritten(text, with: source)
      let behind = try LessonReader.read(result, named: "l.md").lesson
      #expect(behind.steps.first?.source.text == source, "\(result.debugDescription)")
      #expect(behind.steps.count == before.steps.count)
      #expect(behind.steps.dropFirst().map(\.source.text) == before.steps.dropFirst().map(\.source.text))
      #expect(behind.expectations.map(\.lines) == before.expectations.map(\.lines))
      #expect(behind.frontMatter == before.frontMatter)
      // Back again: but for a fence that became longer, not a byte is left of the change.
      if !source.contains("`"), !source.contains("~"), let old = before.steps.first?.source.text {
        let again = try rewritten(result, with: old)
        #expect(try LessonReader.read(again, named: "l.md").lesson.withoutPositions == before.withoutPositions)
      }
    }
  }

  @Test("random edits of random lessons read back")
  func random() throws {
    var random = SystemRandomNumberGenerator()
    let pieces = ["a", " ", "  ", "\t", "\n", "\n", "`", "```", "~~~", "{", "}", "é", "> ", "- ", "<!--", "漢"]
    for _ in 0..<2000 {
      let source = (0..<Int.random(in: 0..<12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let template = Self.templates.randomElement(using: &random) ?? ""
      let text = template.replacing("%", with: "old")
      guard let result = try? rewritten(text, with: source) else {
        Issue.record("cannot be written: \(template.debugDescription) \(source.debugDescription)")
        continue
      }
      let lesson = try LessonReader.read(result, named: "l.md").lesson
      #expect(lesson.steps.first?.source.text == source, "\(template.debugDescription) \(source.debugDescription)")
    }
  }

  @Test("what another line ending, or none, would say is a newline")
  func lineEndings() throws {
    #expect(try rewritten("```swift\n```\n", with: "a\r\nb\rc") == "```swift\na\nb\nc\n```\n")
    #expect(try rewritten("```swift\r\nx\r\n```\r\n", with: "a\nb") == "```swift\r\na\r\nb\r\n```\r\n")
  }

  @Test("a fence becomes longer if the source would close it")
  func longerFence() throws {
    #expect(
      try rewritten("```swift id=a\nold\n```  \n", with: "```\nx\n  `````")
        == "``````swift id=a\n```\nx\n  `````\n``````  \n")
    #expect(try rewritten("~~~swift\nold\n~~~\n", with: "```\nx") == "~~~swift\n```\nx\n~~~\n")
  }

  @Test("a step that was edited in memory is written from the place where it was read")
  func editedInMemory() throws {
    let text = "```swift\nold\nlines\n```\n"
    let lesson = try LessonReader.read(text, named: "l.md").lesson.replacingSource(ofStep: 0, with: "new")
    let data = try StepRewriting.rewrite(Data(text.utf8), step: lesson.steps[0], of: lesson, with: "new")
    #expect(String(decoding: data, as: UTF8.self) == "```swift\nnew\n```\n")
  }

  @Test(
    "a step that is not there any more as it was read is refused",
    arguments: [
      "```swift id=a\nmine\n```\n", "", "a\nold\nb\n", "\n```swift id=a\nold\n```\n", "```swift id=b\nold\n```\n",
      "```swift id=a\nold\nmore\n```\n", "```swift id=a\nold\n", "~~~swift id=a\nold\n~~~\n> x\n",
    ])
  func changed(_ text: String) throws {
    let lesson = try LessonReader.read("```swift id=a\nold\n```\n", named: "l.md").lesson
    let place = StepRewritingError.Place(path: "l.md", line: 1, step: "a")
    if text.hasPrefix("~~~") {
      // Other fences around the same text are no other step.
      let data = try StepRewriting.rewrite(Data(text.utf8), step: lesson.steps[0], of: lesson, with: "new")
      #expect(String(decoding: data, as: UTF8.self) == text.replacing("old", with: "new"))
    } else {
      #expect(throws: StepRewritingError.changed(place)) {
        try StepRewriting.rewrite(Data(text.utf8), step: lesson.steps[0], of: lesson, with: "new")
      }
    }
  }

  @Test("a file that is no lesson any more is refused with the reason")
  func unreadable() throws {
    let lesson = try LessonReader.read("```swift\nold\n```\n", named: "l.md").lesson
    let data = Data([0xFF, 0xFE])
    #expect(throws: StepRewritingError.self) {
      try StepRewriting.rewrite(data, step: lesson.steps[0], of: lesson, with: "new")
    }
  }

  @Test("source that is quoted from a file has its place there")
  func included() throws {
    let course = try TemporaryCourse([
      "Lessons/l.md": "```swift id=a include=../Code/x.swift#r\n```\n",
      "Code/x.swift": "// region: r\nlet x = 1\n// end: r\n",
    ])
    let lesson = try LessonReader.read(file: course.root + "/Lessons/l.md", named: "Lessons/l.md", course: course.root)
      .lesson
    let data = try Data(contentsOf: URL(fileURLWithPath: course.root + "/Lessons/l.md"))
    let expected = StepRewritingError.isQuoted(
      .init(path: "Lessons/l.md", line: 1, step: "a"), include: "../Code/x.swift#r", file: "Code/x.swift")
    #expect(throws: expected) {
      try StepRewriting.rewrite(data, step: lesson.steps[0], of: lesson, with: "new")
    }
    #expect(
      "\(expected)"
        == "Lessons/l.md:1: the source of the step \"a\" is quoted with include=../Code/x.swift#r. "
        + "Edit that region of Code/x.swift")
  }

  @Test("steps of the course's own lessons are rewritten and come back")
  func ownLessons() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Lessons")
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    for path in paths where path.hasSuffix(".md") {
      let data = try Data(contentsOf: root.appendingPathComponent(path))
      guard let lesson = try? LessonReader.read(Array(data), named: path).lesson else { continue }
      for step in lesson.steps {
        let edited = step.source.text + "\n// more"
        let result = try StepRewriting.rewrite(data, step: step, of: lesson, with: edited)
        let now = try LessonReader.read(Array(result), named: path).lesson
        #expect(now.steps.map(\.source.text) == lesson.steps.map { $0.number == step.number ? edited : $0.source.text })
        let back = try StepRewriting.rewrite(result, step: now.steps[step.number - 1], of: now, with: step.source.text)
        #expect(back == data)
      }
    }
  }
}
