// Why a step failed, with the line of source it is about.
import LessonDocuments
import StepRecords

enum FailureHTML {
  static func html(for failure: FailureRecord, _ record: Record, in lesson: Lesson) -> HTML {
    let place = FailurePicture.place(failure, record.line, lesson.path)
    var parts: [HTML] = [
      .element(
        "p", [:],
        [
          .element("strong", ["class": "failed"], text: FailurePicture.reason(failure.reason)), .text(" "),
          .element("span", ["class": "quiet"], text: place),
        ])
    ]
    if let excerpt = SourceExcerpt(of: record, in: lesson) {
      let lines = CaretPicture(excerpt, options: TextOptions(width: 200)).lines(message: "")
      parts.append(.element("pre", [:], text: lines.map(\.plainText).joined(separator: "\n")))
    }
    parts.append(.element("pre", ["class": "wrapped"], text: failure.message.withoutLastNewline))
    return .element("div", ["class": "failure"], parts)
  }
}
