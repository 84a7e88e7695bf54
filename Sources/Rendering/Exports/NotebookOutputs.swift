// What a step showed, as the outputs of a notebook's cell: each as text, and as a picture where it is one.
import LessonDocuments
import StepRecords

enum NotebookOutputs {
  /// Columns; Jupyter's column of outputs has about as many.
  private static let options = TextOptions(width: 90)
  /// Where a picture is shown, its text is for readers that have no pictures, and of unknown fonts.
  private static let besidePicture = TextOptions(width: 90, ascii: true)

  static func outputs(of output: StepOutput, step: Step, in lesson: Lesson) -> [Notebook.Output] {
    var outputs: [Notebook.Output] = []
    for piece in OutputPiece.pieces(of: output.records) {
      guard case .record(let record) = piece else {
        outputs += displays(of: piece, step: step, in: lesson)
        continue
      }
      switch record.content {
      case .text(let text): append(text, to: &outputs)
      case .failure(let failure): outputs.append(error(failure, record, step: step, in: lesson))
      case .table(let table):
        let plain = self.text(of: piece, step: step, in: lesson, options)
        outputs.append(.display(["text/plain": plain, "text/html": TableHTML.html(for: table, record).source]))
      default: outputs += displays(of: piece, step: step, in: lesson)
      }
    }
    if let note = output.end?.note { outputs.append(.stream(name: "stderr", text: "(\(note.sanitized()))\n")) }
    return outputs
  }

  /// Text of one stream that follows each other is one output.
  private static func append(_ text: TextRecord, to outputs: inout [Notebook.Output]) {
    guard !text.text.isEmpty else { return }
    let name = text.stream.rawValue
    if case .stream(name, let before)? = outputs.last {
      outputs[outputs.count - 1] = .stream(name: name, text: before + text.text.sanitized())
    } else {
      outputs.append(.stream(name: name, text: text.text.sanitized()))
    }
  }

  private static func displays(of piece: OutputPiece, step: Step, in lesson: Lesson) -> [Notebook.Output] {
    let pictures = StandaloneSVG.pictures(of: piece)
    guard let first = pictures.first else {
      return [.display(["text/plain": text(of: piece, step: step, in: lesson, options)])]
    }
    // A picture does not say what it is of.
    let plain = text(of: piece, step: step, in: lesson, besidePicture)
    let head = plain.split(separator: "\n").first.map(String.init) ?? ""
    return (head.isEmpty ? [] : [.display(["text/plain": head])])
      + [.display(["text/plain": plain, "image/svg+xml": first.svg])]
      + pictures.dropFirst().map { .display(["text/plain": $0.name, "image/svg+xml": $0.svg]) }
  }

  private static func text(
    of piece: OutputPiece, step: Step, in lesson: Lesson, _ options: TextOptions
  ) -> String {
    piece.lines(of: step, in: lesson, options: options).encoded(options).withoutLastNewline
  }

  private static func error(
    _ failure: FailureRecord, _ record: Record, step: Step, in lesson: Lesson
  ) -> Notebook.Output {
    let lines = RecordPicture.lines(for: record, of: step, in: lesson, options: options)
    return .error(
      name: FailurePicture.reason(failure.reason), message: failure.message.sanitized(),
      traceback: lines.map { $0.encoded(options) })
  }
}
