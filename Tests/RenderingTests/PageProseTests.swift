// Prose on the page: quotation marks, and links that still lead somewhere in a folder of pages.
@testable import LessonDocuments
import Rendering
import StepRecords
import Testing

@Suite("Prose on the page")
struct PageProseTests {
  private func page(_ markdown: String) throws -> String {
    LessonPage.html(try LessonReader.read(markdown, named: "try.md").lesson, outputs: [])
  }

  @Test(
    "quotation marks are a printer's, across emphasis too, and code keeps its own",
    arguments: [
      ("\"so\" it's", "<p>“so” it’s</p>"), ("(\"*very* so\")", "<p>(“<em>very</em> so”)</p>"),
      ("`a`'s \"`b`\"", "<p><code>a</code>’s “<code>b</code>”</p>"), ("the '90s, 'so'", "<p>the ’90s, ‘so’</p>"),
      ("`\"x\"`", "<p><code>&quot;x&quot;</code></p>"),
    ])
  func quotes(markdown: String, html: String) throws {
    #expect(try page(markdown).contains(html))
  }

  @Test(
    "a link to a lesson's file leads to its page",
    arguments: [
      ("../02-architecture/06-attention.md", "attention.html"), ("06-attention.md#scale", "attention.html#scale"),
      ("https://a.example/readme.md", "https://a.example/readme.md"), ("#here", "#here"),
    ])
  func links(destination: String, href: String) throws {
    #expect(try page("[text](\(destination))").contains("href=\"\(href)\""))
  }

  private static let lesson = "# A\n\nA [node](../glossary.md#node), a [nodule](../glossary.md#nodule).\n"

  @Test("what the linked terms of the glossary mean stands folded at the page's end; a term it lacks is text")
  func glossary() throws {
    let lesson = try LessonReader.read(Self.lesson, named: "try.md").lesson
    var glossary = Glossary()
    glossary.terms = ["layer", "node"].map { Glossary.Term(name: $0, definition: "A \($0), \"so\".", line: 1) }
    let page = LessonPage.html(lesson, outputs: [], glossary: glossary)
    #expect(page.contains("A <a href=\"#term-node\" title=\"A node, &quot;so&quot;.\">node</a>, a nodule."))
    #expect(page.contains("<dt id=\"term-node\">node</dt><dd>A node, “so”.</dd>") && !page.contains("term-layer"))
    #expect(!LessonPage.html(lesson, outputs: []).contains("glossary.md"))
    #expect(!LessonPage.html(lesson, outputs: []).contains("<details"))
  }

  @Test("elsewhere a term of the glossary is a word like others")
  func terms() throws {
    let lesson = try LessonReader.read(Self.lesson, named: "try.md").lesson
    let lines = ProsePicture.lines(for: lesson.document.children[1], options: TextOptions())
    #expect(lines.map(\.plainText) == ["A node, a nodule."])
    #expect(LessonMarkdown.text(lesson, outputs: []).contains("A node, a nodule."))
  }

  @Test("an output to be guessed is folded, unless the step failed")
  func guesses() throws {
    let lesson = try LessonReader.read("```swift predict=\"1|2|3\"\nf()\n```", named: "try.md").lesson
    let shown = [Record(content: .text(TextRecord(stream: .stdout, text: "2")))]
    let page = { (status: RunEvent.Status) in
      LessonPage.html(lesson, outputs: [StepOutput(records: shown, end: .init(status: status))])
    }
    #expect(page(.ok).contains("<summary>Guess first: 1, 2 or 3? Then open.</summary>"))
    #expect(!page(.failed).contains("Guess first"))
  }
}
