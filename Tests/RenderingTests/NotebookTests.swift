// A lesson as a notebook. That Jupyter's own tools take it is Scripts/check-exports' to say.
import Foundation
import LessonDocuments
import Rendering
import StepRecords
import Testing

@Suite("A lesson as a notebook")
struct NotebookTests {
  private struct Notebook: Decodable {
    struct Cell: Decodable {
      var id: String
      var cell_type: String
      var source: [String]
      var metadata: Metadata
      var execution_count: Int?
      var outputs: [Output]?
      var text: String { source.joined() }
    }
    struct Metadata: Decodable {
      struct Slide: Decodable { var slide_type: String }
      var slideshow: Slide?
      var jupyter: [String: Bool]?
      var tags: [String]?
    }
    struct Output: Decodable {
      var output_type: String
      var name: String?
      var text: [String]?
      var data: [String: [String]]?
      var ename: String?
      var traceback: [String]?
    }
    struct Language: Decodable { var name: String }
    struct About: Decodable { var language_info: Language }
    var nbformat: Int
    var nbformat_minor: Int
    var cells: [Cell]
    var metadata: About
  }

  private func notebook(_ lesson: Lesson, _ outputs: [StepOutput], hasNotes: Bool = false) throws -> Notebook {
    let origin = ExportOrigin(lesson: lesson.path, file: "try.ipynb", hasNotes: hasNotes)
    let text = try LessonNotebook.text(lesson, outputs: outputs, origin: origin)
    return try JSONDecoder().decode(Notebook.self, from: Data(text.utf8))
  }

  private func lesson(_ change: (inout LessonBuilder) -> Void) -> Lesson {
    var builder = LessonBuilder(path: "try.md", title: "Try it")
    change(&builder)
    return builder.built
  }

  @Test("is nbformat 4.5 in Swift, with an identifier of its own for each cell")
  func format() throws {
    let notebook = try notebook(Samples.lesson, Samples.outputs)
    #expect(notebook.nbformat == 4 && notebook.nbformat_minor == 5 && notebook.metadata.language_info.name == "swift")
    let ids = notebook.cells.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
  }

  @Test("prose, steps and quizzes are cells in reading order; a step that is not run is no code cell")
  func cells() throws {
    let notebook = try notebook(Samples.lesson, Samples.outputs)
    let code = notebook.cells.filter { $0.cell_type == "code" }
    #expect(code.map(\.text) == Samples.lesson.steps.filter(\.isRun).map(\.source.text))
    #expect(notebook.cells[0].text.hasPrefix("# Attention: queries & keys\n\n*Each word asks"))
    let shown = try #require(notebook.cells.first { $0.text.contains("notRun()") })
    #expect(shown.cell_type == "markdown" && shown.text.hasPrefix("```swift"))
    let quiz = try #require(notebook.cells.first { $0.text.contains("The softmax goes along") })
    #expect(quiz.text.contains("<details><summary>answer</summary>"))
  }

  @Test("printed text is a stream, a value is text, a map is a picture with its text, an error an error")
  func outputs() throws {
    let lesson = lesson { $0.step("f()") }
    let records = [
      Record(content: .text(TextRecord(stream: .stdout, text: "one "))),
      Record(content: .text(TextRecord(stream: .stdout, text: "line\n"))), Samples.scalar, Samples.labelledMap,
      Record(line: 2, content: .failure(FailureRecord(reason: .trapped, message: "Index out of range"))),
    ]
    let notebook = try notebook(lesson, [StepOutput(records: records, end: .init(status: .failed))])
    let cell = try #require(notebook.cells.last)
    let outputs = try #require(cell.outputs)
    #expect(
      outputs.map(\.output_type) == ["stream", "display_data", "display_data", "display_data", "error"])
    #expect(outputs[0].text == ["one line\n"])
    #expect(outputs[1].data?.keys.sorted() == ["text/plain"])
    let map = try #require(outputs[3].data)
    #expect(map.keys.sorted() == ["image/svg+xml", "text/plain"])
    #expect(map["image/svg+xml"]?.first?.hasPrefix("<svg ") == true)
    #expect(map["text/plain"]?.joined().unicodeScalars.allSatisfy { $0.value <= 0x7e } == true)
    #expect(outputs[4].ename == "stopped itself")
    #expect(outputs[4].traceback?.joined().contains("Index out of range") == true)
    #expect(cell.metadata.tags == ["failed"])
  }

  @Test("pictures bring their colours along, and change no other picture on their page")
  func pictures() throws {
    let lesson = lesson { $0.step("f()") }
    let notebook = try notebook(lesson, [StepOutput(records: [Samples.labelledMap], end: .init(status: .ok))])
    let svg = try #require(notebook.cells.last?.outputs?.last?.data?["image/svg+xml"]).joined()
    let style = try #require(svg.firstMatch(of: /<style>(.*)<\/style>/)).1
    #expect(style.split(separator: "}").allSatisfy { $0.hasPrefix(".lectern-picture") })
    #expect(try Tags(svg).problem == nil)
  }

  @Test("hidden source and outputs to be guessed are folded")
  func folding() throws {
    let lesson = lesson {
      $0.step("let a = 1") { $0.isHidden = true }
      $0.step("print(2)") { $0.predicts = true }
    }
    let cells = try notebook(lesson, []).cells.suffix(2)
    #expect(cells.map(\.metadata.jupyter) == [["source_hidden": true], ["outputs_hidden": true]])
    #expect(cells.allSatisfy { $0.execution_count == nil && $0.outputs?.isEmpty == true })
  }

  @Test("slides begin at headings and at steps that say so; notes are there only when asked for")
  func slides() throws {
    let lesson = lesson {
      $0.heading(1, "Try it")
      $0.heading(2, "First")
      $0.step("let a = 1")
      $0.notes("say hello")
      $0.paragraph(MarkdownNode(.text("More.")))
      $0.step("let b = 1") { $0.startsSlide = true }
    }
    let types = { (notebook: Notebook) in notebook.cells.map { $0.metadata.slideshow?.slide_type } }
    #expect(try types(notebook(lesson, [])) == ["slide", "slide", "fragment", "-", "slide"])
    let withNotes = try notebook(lesson, [], hasNotes: true)
    #expect(types(withNotes) == ["slide", "slide", "fragment", "notes", "-", "slide"])
    #expect(withNotes.cells[3].text == "say hello")
  }

  @Test("hostile text stays text", arguments: Hostile.texts)
  func hostile(_ text: String) throws {
    let lesson = lesson { builder in
      builder.frontMatter { $0.summary = text }
      for node in PropertyTests.prose(saying: text) { builder.prose(node) }
      builder.step("f()", id: text) { $0.title = text }
    }
    let notebook = try notebook(lesson, [StepOutput(records: Hostile.records(saying: text), end: .init(status: .ok))])
    #expect(notebook.cells.contains { $0.cell_type == "code" })
  }
}
