import Rendering
import Testing

@Suite("Exported files know themselves")
struct ExportMarkTests {
  private let origin = ExportOrigin(lesson: "Lessons/check 1.md", file: "try")

  private var texts: [String] {
    get throws {
      [
        LessonPage.html(Samples.lesson, outputs: [], origin: origin),
        LessonMarkdown.text(Samples.lesson, outputs: [], origin: origin),
        LessonProgram.text(Samples.lesson, outputs: [], origin: origin),
        try LessonNotebook.text(Samples.lesson, outputs: [], origin: origin),
      ]
    }
  }

  @Test("each format is unchanged as it was written, and changed after any change")
  func marks() throws {
    for text in try texts {
      let stamped = ExportMark.stamped(text)
      #expect(stamped != text && ExportMark.isUnchanged(stamped))
      #expect(!ExportMark.isUnchanged(stamped + "\n"))
      #expect(!ExportMark.isUnchanged(stamped.replacing("attention", with: "Attention")))
    }
  }

  @Test("other files are not ours", arguments: ["", "# A lesson", "Made by lectern export from ", "check 0"])
  func others(text: String) {
    #expect(!ExportMark.isUnchanged(text))
  }
}
