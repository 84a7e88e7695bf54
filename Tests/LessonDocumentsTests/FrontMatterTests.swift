// The YAML block at the top (LESSON_FORMAT rule 2).
import Testing

@testable import LessonDocuments

struct FrontMatterTests {
  private func read(_ text: String) throws -> (frontMatter: FrontMatter, warnings: [String]) {
    let reading = try LessonReader.read(text, named: "l.md")
    return (reading.lesson.frontMatter, reading.warnings.map(\.description))
  }

  @Test("every known key is read, with any line ending and behind a byte order mark", arguments: ["\n", "\r\n", "\r"])
  func known(_ ending: String) throws {
    let text = """
      \u{FEFF}---
      title: "Attention: queries"   # a comment
      summary: >
        One sentence,
        folded.
      minutes: 18
      objectives:
        - compute scores
        - 3
      needs: ["1.1", 2.10]
      seed: 18446744073709551615
      timeout: 2.5
      ---
      # T

      """
    let (frontMatter, warnings) = try read(text.replacing("\n", with: ending))
    var expected = FrontMatter()
    expected.title = "Attention: queries"
    expected.summary = "One sentence, folded."
    expected.minutes = 18
    expected.objectives = ["compute scores", "3"]
    expected.needs = ["1.1", "2.10"]
    expected.seed = .max
    expected.timeout = 2.5
    #expect(frontMatter == expected)
    #expect(warnings.isEmpty)
  }

  @Test(
    "without front matter there is none, and nothing is lost",
    arguments: [("# T\n", 1), ("", 0), ("\n---\ntitle: a\n---\n", 2), ("----\n", 1), ("text\n---\n", 1)])
  func none(_ text: String, _ blocks: Int) throws {
    let reading = try LessonReader.read(text, named: "l.md")
    #expect(reading.lesson.frontMatter == FrontMatter())
    #expect(reading.lesson.document.children.count == blocks)
    #expect(reading.warnings.isEmpty)
  }

  @Test(
    "empty front matter is front matter",
    arguments: ["---\n---\n# T\n", "---\n# only a comment\n---\n# T\n", "---  \n~\n---\t\n# T\n"])
  func empty(_ text: String) throws {
    let reading = try LessonReader.read(text, named: "l.md")
    #expect(reading.lesson.frontMatter == FrontMatter())
    #expect(reading.lesson.document.children.count == 1)
    #expect(reading.warnings.isEmpty)
  }

  @Test("front matter that is never closed is read as text, with a warning")
  func unclosed() throws {
    let reading = try LessonReader.read("---\ntitle: a\n", named: "l.md")
    #expect(reading.lesson.frontMatter == FrontMatter())
    #expect(reading.warnings.map(\.line) == [1])
    #expect(reading.lesson.document.children.count == 2)
  }

  @Test("an unknown key is a warning with its line and the nearest known key")
  func unknownKey() throws {
    let (frontMatter, warnings) = try read("---\ntitle: A\n\n# x\ntilte: B\nobjective: [a]\n---\n")
    #expect(frontMatter.title == "A")
    #expect(
      warnings == [
        "l.md:5: unknown key \"tilte\"; the nearest known one is \"title\"",
        "l.md:6: unknown key \"objective\"; the nearest known one is \"objectives\"",
      ])
  }

  @Test(
    "a value of a wrong type is a warning with its line, and has no effect",
    arguments: [
      "title: [a]", "title: {a: b}", "title: \"\"", "minutes: ten", "minutes: -1", "minutes: 0", "minutes: 1.5",
      "minutes: \"18\"",
      "minutes: 99999999999999999999", "objectives: text", "objectives: {a: b}", "seed: -1", "seed: 1.5",
      "seed: 18446744073709551616",
      "timeout: -1", "timeout: 0", "timeout: .nan", "timeout: soon", "timeout: 86401", "needs: 1.1",
    ])
  func wrongType(_ line: String) throws {
    let (frontMatter, warnings) = try read("---\n# a comment\n\(line)\n---\n")
    #expect(frontMatter == FrontMatter())
    #expect(
      warnings.count == 1 && warnings[0].hasPrefix("l.md:3: \(line.prefix { $0 != ":" }) has no effect"), "\(warnings)")
  }

  @Test("a key without a value is as if it were not there", arguments: ["title:", "minutes: ~", "needs: null"])
  func nothing(_ line: String) throws {
    let (frontMatter, warnings) = try read("---\n\(line)\n---\n")
    #expect(frontMatter == FrontMatter() && warnings.isEmpty)
  }

  @Test("an item that is not text is a warning at its own line; the others count")
  func badItem() throws {
    let (frontMatter, warnings) = try read("---\nobjectives:\n  - a\n  - [b]\n  - c\n---\n")
    #expect(frontMatter.objectives == ["a", "c"])
    #expect(warnings == ["l.md:4: this item of objectives is not text; it has no effect"])
  }

  @Test("front matter that is not keys and values is a warning", arguments: ["text", "[a, b]", "- a"])
  func noMapping(_ yaml: String) throws {
    let (frontMatter, warnings) = try read("---\n\(yaml)\n---\n")
    #expect(frontMatter == FrontMatter())
    #expect(warnings.count == 1 && warnings[0].hasPrefix("l.md:2: "))
  }

  @Test(
    "front matter that is no YAML is an error with its line",
    arguments: [
      ("---\ntitle: [a\n---\n", 2), ("---\ntitle: a\nminutes: [1, 2\nseed: 3\n---\n", 4),
      ("---\ntitle: a: b\n---\n", 2),
      ("---\na: 1\n\tb: 2\n---\n", 3), ("---\ntitle: \"a\n---\n", 2), ("---\ntitle: a\nseed: 1\n\ntitle: b\n---\n", 5),
      ("---\ntitle: a\u{2028}b: 1\nseed: [\n---\n", 3), ("---\na: \u{7}\n---\n", 2), ("---\na: *b\n---\n", 2),
      ("---\nx: 1\n...\ny: 2\n---\n", 4),
    ])
  func notYAML(_ text: String, _ line: Int) {
    let error = #expect(throws: LessonError.self) { try LessonReader.read(text, named: "l.md") }
    guard case .notYAML("l.md", let found, let problem)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == line, "\(problem)")
    #expect(error.map { "\($0)" }?.hasPrefix("l.md:\(line): ") == true)
  }

  @Test("lines are the file's, also where YAML sees more line endings than Markdown does")
  func lineSeparators() throws {
    let (_, warnings) = try read("---\n# one\u{2028}# two\u{85}# three\nunknown: 1\n---\n")
    #expect(warnings.map { $0.prefix(7) } == ["l.md:3:"])
  }

  @Test("nesting without end is an error, not a crash", arguments: ["[", "{", "- ", "a: {"])
  func deepNesting(_ opening: String) {
    let text = "---\na:\n  \(String(repeating: opening, count: 50_000))\n---\n"
    #expect(throws: LessonError.self) { try LessonReader.read(text, named: "l.md") }
  }
}
