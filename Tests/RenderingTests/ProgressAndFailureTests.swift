// Pictures that need more than a record: a history of progress, the source a failure is about.
import LessonDocuments
import Rendering
import StepRecords
import Testing

@Suite("Progress and failures")
struct ProgressAndFailureTests {
  private func sheet(
    _ looks: [(name: String, options: TextOptions)], _ pictures: [(TextOptions) -> [StyledLine]]
  ) -> String {
    looks.map { look in
      "== \(look.name)\n\n" + pictures.map { $0(look.options).encoded(look.options) + "\n" }.joined()
    }.joined()
  }

  private let progress: [(TextOptions) -> [StyledLine]] = [
    { ProgressPicture.lines(history: Samples.running, name: "training", options: $0) },
    { ProgressPicture.lines(history: Samples.finished, name: "training", options: $0) },
    { ProgressPicture.lines(history: Samples.endless, name: "reading", options: $0) },
    { ProgressPicture.lines(history: [Samples.running[0]], name: "training", options: $0) },
  ]

  @Test("progress shows a bar, the loss so far, the rate and the time left")
  func progressPictures() throws {
    try Snapshots.expect(sheet(TextOptions.plainLooks, progress), named: "progress.txt")
    try Snapshots.expect(sheet(TextOptions.coloredLooks, progress).withVisibleEscapes, named: "progress-colors.txt")
    try Snapshots.expect(sheet(TextOptions.words, progress), named: "progress-words.txt")
  }

  private let failures: [(TextOptions) -> [StyledLine]] = [
    Samples.compileError, Samples.trapped, Samples.timedOut, Samples.mismatch,
  ].map { record in
    { options in
      let lesson = Samples.lesson
      guard case .failure(let failure) = record.content else { return [] }
      return FailurePicture.lines(
        for: failure, line: record.line, lesson: lesson.path, step: "scores",
        excerpt: SourceExcerpt(of: record, in: lesson), options: options)
    }
  }

  @Test("a failure shows its place, its reason and the line of source")
  func failurePictures() throws {
    try Snapshots.expect(sheet(TextOptions.plainLooks, failures), named: "failures.txt")
    try Snapshots.expect(sheet(TextOptions.coloredLooks, failures).withVisibleEscapes, named: "failures-colors.txt")
    try Snapshots.expect(sheet(TextOptions.words, failures), named: "failures-words.txt")
  }

  @Test("progress without a record draws nothing")
  func nothing() {
    #expect(ProgressPicture.lines(history: [], name: "x", options: TextOptions()).isEmpty)
  }

  @Test("the caret stands under the same character behind wide characters and tabs")
  func caret() throws {
    let failure = FailureRecord(reason: .compileError, column: 1, message: "here")
    for (line, byte, before) in [("let 船 = x", 11, 9), ("\tlet a = x", 10, 8), ("let é = x", 10, 8)] {
      var placed = failure
      placed.column = byte
      let drawn = FailurePicture.lines(
        for: placed, line: 1, excerpt: SourceExcerpt(line: line, column: byte), options: TextOptions())
      let caret = try #require(drawn.last?.plainText.firstIndex(of: "^"))
      #expect(drawn.last?.plainText[..<caret].displayWidth == before + 4, "\(line)")
    }
  }
}
