// The picture of the cuts in a step.
import StepRecords
import Transformers

/// Shows a page's text with a rule at its left for each chunk: where it begins, where it ends, and where two overlap.
///
/// - Parameters:
///   - chunks: of the page's document; those of other pages are counted and not drawn.
///   - page: the page that they were cut from.
///   - mostLines: how much of the picture travels; the rest is counted.
public func show(
  cuts chunks: [Chunk], of page: DocumentPage, mostLines: Int = 120, _ name: String = "cuts",
  file: StaticString = #fileID, line: Int = #line
) {
  let lines = CutPicture(of: page, chunks: chunks).lines(width: 76)
  let rest = lines.count - mostLines
  let shown = lines.prefix(mostLines) + (rest > 0 ? ["… \(rest) more lines"] : [])
  // Where no lesson runs, a record is said in a short line, which a picture is not.
  guard StepRun.current != nil else { return PlainShowing.write(shown.joined(separator: "\n")) }
  let text = shown.map { $0 + "\n" }.joined()
  showRecord(.text(TextRecord(stream: .stdout, text: text)), name: name, file: file, line: line)
}
