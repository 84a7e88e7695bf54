// What `lectern data inspect` found out, as text: facts, a table of the pages, then the text or the picture of its cuts.
import DocumentReading
import Rendering
import StepRecords

struct InspectionText {
  let inspection: DocumentInspection
  let isWithCuts: Bool
  let options: TextOptions

  private static let labelWidth = 12
  /// Rows of the table of pages.
  private static let mostPages = 40
  private var numbers: NumberText { NumberText(options) }
  private var isWhole: Bool { inspection.pages.count == inspection.document.pages.count }

  var lines: [StyledLine] {
    let title = StyledLine(options.oneLine(inspection.document.file), TextStyle(bold: true))
    var lines =
      title.wrapped(to: options.width)
      + facts.flatMap { label, value in
        (StyledLine(label.padded(to: Self.labelWidth), StepDrawing.quiet) + StyledLine(options.oneLine(value)))
          .wrapped(to: options.width, indent: Self.labelWidth)
      }
    if inspection.pages.count > 1 { lines += [StyledLine()] + pageTable }
    if isWithCuts || inspection.pages.count == 1 {
      for page in inspection.pages { lines += [StyledLine()] + content(of: page) }
    } else {
      lines += [StyledLine(), StyledLine("--page N shows the text of a page, --cuts how it is cut", StepDrawing.quiet)]
    }
    return lines
  }

  private var facts: [(String, String)] {
    let document = inspection.document
    let pages = inspection.pages
    let blocks = Dictionary(pages.flatMap(\.page.blocks).map { ($0.kind.name, 1) }, uniquingKeysWith: +)
    let kinds = ["heading", "paragraph", "list item", "table row", "code"].compactMap { name in
      blocks[name].map { name == "code" ? "\(numbers.count($0)) of code" : numbers.counted($0, name) }
    }
    let chunks = pages.reduce(0) { $0 + $1.chunkCount }
    return [
      ("format", document.format.rawValue), ("sha256", document.sha256),
      (
        isWhole ? "pages" : "page",
        isWhole ? numbers.count(pages.count) : "\(pages[0].page.number) of \(document.pages.count)"
      ),
      ("characters", numbers.count(pages.reduce(0) { $0 + $1.page.text.unicodeScalars.count })),
      ("blocks", kinds.isEmpty ? "none" : kinds.joined(separator: ", ")),
      ("sentences", numbers.count(pages.reduce(0) { $0 + $1.sentences.count })),
      (
        "chunks",
        "\(numbers.count(chunks)) of at most \(numbers.counted(inspection.chunker.size, "character")), overlapping by at "
          + "most \(numbers.count(inspection.chunker.overlap))"
      ),
    ]
  }

  private var pageTable: [StyledLine] {
    let rows = inspection.pages.prefix(Self.mostPages).map { page in
      [
        page.page.number, page.page.text.unicodeScalars.count, page.page.blocks.count, page.sentences.count,
        page.chunkCount,
      ]
      .map(numbers.count)
    }
    let table = TableRecord(
      columns: ["page", "characters", "blocks", "sentences", "chunks"], rows: rows, totalRows: inspection.pages.count)
    return RecordPicture.lines(for: Record(name: "pages", content: .table(table)), options: options)
  }

  private func content(of page: DocumentInspection.Page) -> [StyledLine] {
    let heading = "page \(page.page.number)"
    let rule =
      options.plain
      ? "" : String(repeating: options.ascii ? "-" : "─", count: max(0, options.width - heading.count - 1))
    let title = StyledLine([StyledSpan(heading + " ", TextStyle(bold: true)), StyledSpan(rule, StepDrawing.quiet)])
    if page.sentences.isEmpty { return [title, StyledLine("(no text)", StepDrawing.quiet)] }
    guard isWithCuts else {
      return [title] + options.lines(of: page.page.text).flatMap { StyledLine($0).wrapped(to: options.width) }
    }
    let picture = CutPicture(of: page.page, chunks: inspection.chunks)
    let lines = picture.lines(
      width: options.width, ascii: options.ascii, drawn: { options.lines(of: $0).joined(separator: " ") },
      columns: \.displayWidth)
    return [title] + lines.map { StyledLine($0) }
  }
}
