// `{{step.name}}` in prose (LESSON_FORMAT rule 9).
import Testing

@testable import LessonDocuments

struct ProseNumberTests {
  private func replaced(
    _ prose: String, _ values: [String: ProseValue] = [:]
  ) throws -> (text: String, readWarnings: [String], warnings: [String]) {
    let reading = try LessonReader.read("```swift id=s\n1\n```\n\n" + prose + "\n", named: "l.md")
    let (lesson, warnings) = reading.lesson.replacingProseNumbers { step, name in step == "s" ? values[name] : nil }
    var text = LessonWriter.text(of: lesson)
    text.removeFirst("```swift id=s\n1\n```\n\n".count)
    text.removeLast()
    return (text, reading.warnings.map(\.description), warnings.map(\.description))
  }

  @Test(
    "a number is written as its format says, or else as short as it can be",
    arguments: [
      ("{{s.x}}", 1.0 / 3, "0.3333333333333333"), ("{{s.x}}", 4, "4"), ("{{s.x}}", Double(Float(0.1)), "0.1"),
      ("{{s.x}}", -2.5, "-2.5"),
      ("{{s.x}}", 1e300, "1e+300"), ("{{s.x}}", .nan, "nan"), ("{{s.x}}", .infinity, "inf"),
      ("{{s.x:%.2f}}", 1.0 / 3, "0.33"),
      ("{{s.x:%5.1f}}|", 2.25, "  2.2|"), ("{{s.x:%d}}", 2.6, "3"), ("{{s.x:%03d}}", 7, "007"),
      ("{{s.x:%+.1e}}", 1234, "+1.2e+03"),
      ("{{s.x:%g}}", 0.5, "0.5"), ("{{s.x:%.0f}}", .nan, "nan"),
      ("{{s.x:%d}}", 1e30, "1000000000000000019884624838656"),
    ])
  func numbers(_ prose: String, _ value: Double, _ text: String) throws {
    let result = try replaced("a" + prose, ["x": .number(value)])
    #expect(result.text == "a" + text)
    #expect(result.readWarnings.isEmpty && result.warnings.isEmpty)
  }

  @Test("it is replaced everywhere in prose, several on a line, and never in code, HTML or destinations")
  func everywhere() throws {
    let prose = """
      ## H {{s.x}}

      - {{s.x}}{{s.x}} *e {{s.x}}* [l {{s.x}}](u{{s.x}}) `{{s.x}}` <b title="{{s.x}}">

      > {{{s.x}}}

      ```text
      {{s.x}}
      ```
      """
    let expected = """
      ## H 1

      - 11 *e 1* [l 1](<u{{s.x}}>) `{{s.x}}` <b title="{{s.x}}">

      > {1}

      ```text
      {{s.x}}
      ```
      """
    let result = try replaced(prose, ["x": .number(1)])
    #expect(result.text == expected)
    #expect(result.readWarnings.isEmpty && result.warnings.isEmpty)
  }

  @Test("a name may be any expression, with dots and colons")
  func names() throws {
    #expect(
      try replaced("{{s.f(x: 1).count:%.1f}} {{s.a * 2}}", ["f(x: 1).count": .number(2), "a * 2": .number(4)]).text
        == "2.0 4")
  }

  @Test("a step is named by its number if it has no id")
  func number() throws {
    let reading = try LessonReader.read("```swift\n1\n```\n\n{{1.x}}\n", named: "l.md")
    #expect(reading.warnings.isEmpty)
    let lesson = reading.lesson.replacingProseNumbers { $0 == "1" && $1 == "x" ? .text("ok") : nil }.0
    #expect(LessonWriter.text(of: lesson).hasSuffix("ok\n"))
  }

  @Test("text is put in as it is, and taken for no Markdown")
  func text() throws {
    #expect(try replaced("is {{s.x}}", ["x": .text("*a*")]).text == "is \\*a\\*")
    let formatted = try replaced("is {{s.x:%.2f}}", ["x": .text("b")])
    #expect(formatted.text == "is b")
    #expect(formatted.warnings.count == 1 && formatted.warnings[0].hasPrefix("l.md:5: "))
  }

  @Test("what has no value stays, with a warning at its line")
  func missing() throws {
    let result = try replaced("a\n{{s.y}}", ["x": .number(1)])
    #expect(result.text == "a\n{{s.y}}")
    #expect(result.readWarnings.isEmpty)
    #expect(result.warnings == ["l.md:6: the step \"s\" has shown no value named \"y\""])
  }

  @Test(
    "what can have no value stays, and the reader warns once",
    arguments: [
      ("{{t.x}}", "\"s\""), ("{{x}}", "backticks"), ("{{}}", "backticks"), ("{{.x}}", "backticks"),
      ("{{s.}}", "backticks"),
      ("{{s.x:.2f}}", "%.2f"), ("{{s.x:%s}}", "%.2f"), ("{{s.x:%n}}", "%.2f"), ("{{s.x:%*f}}", "%.2f"),
      ("{{s.x:%.2f %d}}", "%.2f"),
      ("{{s.x:%1000f}}", "%.2f"), ("{{s.x:%.100f}}", "%.2f"), ("{{s.x:%@}}", "%.2f"), ("{{s.x:%.2lf}}", "%.2f"),
      ("{{s.x:%}}", "%.2f"),
    ])
  func malformed(_ prose: String, _ word: String) throws {
    let result = try replaced("a\n" + prose, ["x": .number(1)])
    #expect(result.text.replacing("\\", with: "") == "a\n" + prose)
    #expect(result.readWarnings.count == 1 && result.readWarnings[0].hasPrefix("l.md:6: "), "\(result.readWarnings)")
    #expect(result.readWarnings.first?.contains(word) == true, "\(result.readWarnings)")
    #expect(result.warnings.isEmpty)
  }

  @Test("braces that are not closed are text", arguments: ["{{s.x", "{s.x}", "}}{{", "{{ {{"])
  func braces(_ prose: String) throws {
    let result = try replaced(prose, ["x": .number(1)])
    #expect(result.text == prose)
    #expect(result.readWarnings.isEmpty && result.warnings.isEmpty)
  }

  @Test("a title that comes from a heading is replaced with it")
  func title() throws {
    let lesson = try LessonReader.read("# Size {{s.n}}\n\n```swift id=s\n```\n", named: "l.md").lesson
    #expect(lesson.replacingProseNumbers { _, _ in .number(3) }.0.title == "Size 3")
  }

  @Test("one block can be replaced by itself")
  func node() throws {
    let document = try LessonReader.read("{{s.x}} and {{s.y}}\n", named: "l.md").lesson.document
    let node = try #require(document.children.first).replacingProseNumbers { $1 == "x" ? .number(2) : nil }
    #expect(node.children.map(\.kind) == [.text("2 and {{s.y}}")])
    #expect(node.range == document.children[0].range)
  }
}
