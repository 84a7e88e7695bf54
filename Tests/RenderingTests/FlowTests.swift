// A lesson's reading order, and what its records are grouped into.
import LessonDocuments
import StepRecords
import Testing

@testable import Rendering

@Suite("Reading order")
struct FlowTests {
  private func read(_ text: String) throws -> Lesson { try LessonReader.read(text, named: "lesson.md").lesson }

  @Test("a step inside a list divides it, and the list counts on")
  func list() throws {
    let lesson = try read("1. one\n2. two\n\n   ```swift\n   let x = 1\n   ```\n\n   after\n3. three\n")
    let items = LessonFlow.items(of: lesson)
    #expect(items.count == 4 && items[1] == .step(0))
    guard case .prose(let last) = items[3], case .list(.ordered(let start), _) = last.kind else {
      Issue.record("the last item is no ordered list")
      return
    }
    #expect(start == 3)
    let lines = items.flatMap { item -> [StyledLine] in
      if case .prose(let node) = item { ProsePicture.lines(for: node, options: TextOptions()) } else { [] }
    }
    let words = lines.map { $0.plainText.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    #expect(words == ["1. one", "2. two", "after", "3. three"])
  }

  @Test("expectations, quizzes and notes are items of their own")
  func items() throws {
    let lesson = try read(
      "```swift\nprint(1)\n```\n\n```expect\n1\n```\n\n<!-- notes: secret -->\n\n```quiz\nWhy?\n- [x] yes\n- [ ] no\n```\n"
    )
    #expect(LessonFlow.items(of: lesson) == [.step(0), .expectation(0), .notes(0), .quiz(0)])
  }

  @Test("progress is drawn once with its history; one that begins again is another")
  func progress() {
    func state(_ done: Int) -> ProgressRecord { ProgressRecord(done: done, total: 9, metrics: [:], seconds: 1) }
    let text = Record(content: .text(TextRecord(stream: .stdout, text: "x")))
    let records =
      [state(1), state(5)].map { Record(name: "a", content: .progress($0)) } + [text]
      + [state(9), state(2)].map { Record(name: "a", content: .progress($0)) }
    #expect(
      OutputPiece.pieces(of: records) == [
        .progress(name: "a", [state(1), state(5), state(9)]), .record(text), .progress(name: "a", [state(2)]),
      ])
  }

  @Test("attention in words names the clearest looks and the habit of a head")
  func attention() throws {
    let record = AttentionRecord(
      heads: 1, queries: 3, keys: 3, rowLabels: ["a", "b", "c"], columnLabels: ["a", "b", "c"],
      values: [1, 0, 0, 0.9, 0.1, 0, 0.2, 0.7, 0.1])
    #expect(
      AttentionDescription.sentences(for: record, perHead: 2) == [
        "head 0: mostly the token before, 80 % on average", "head 0: token 0 'a' looks at token 0 'a', 100 %",
        "head 0: token 1 'b' looks at token 0 'a', 90 %",
      ])
  }

  @Test("the line of source of a failure is found in the step that holds it, its column without the container's marks")
  func excerpt() throws {
    let lesson = try read("> ```swift\n> let a = 1\n> let b = c\n> ```\n")
    let record = Record(line: 3, content: .failure(FailureRecord(reason: .compileError, column: 11, message: "no c")))
    #expect(SourceExcerpt(of: record, in: lesson) == SourceExcerpt(line: "let b = c", column: 9))
    var elsewhere = record
    elsewhere.line = 99
    #expect(SourceExcerpt(of: elsewhere, in: lesson) == nil)
  }

  @Test(
    "links run nothing",
    arguments: ["javascript:alert(1)", " JavaScript:x", "java\nscript:x", "data:text/html,x", "vbscript:x"])
  func harmful(_ destination: String) { #expect(!ProseHTML.isHarmless(destination)) }

  @Test(
    "links to the web, to mail and beside the page stay",
    arguments: ["https://x.y", "mailto:a@b", "#part", "a/b.md", "?q=a:b", ""])
  func harmless(_ destination: String) { #expect(ProseHTML.isHarmless(destination)) }
}
