// Prose on the page: quotation marks, and links that still lead somewhere in a folder of pages.
import LessonDocuments
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
