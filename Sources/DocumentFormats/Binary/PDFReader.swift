// PDF, through poppler's pdftotext: the pages' text exactly as it prints it.
import DocumentReading
import SystemTools

enum PDFReader {
  private static let secondsAllowed = 120
  private static let mostMegabytes = 256

  static func pages(_ bytes: [UInt8], path: String) throws(DocumentError) -> [DocumentPage] {
    // Readers look for the mark in the first kilobyte.
    guard bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil else {
      throw DocumentError(.damaged(reason: "it does not begin with %PDF-, so it is no PDF file"))
    }
    let texts = split(try run(path))
    // Without it pages are whole, only tables have no rows.
    let layouts = split((try? run(path, "-layout")) ?? [])
    let pages = texts.enumerated().map { index, text in
      let blocks = PDFTableRows.joined(
        LineBlocks.find(in: text), of: text, layout: index < layouts.count ? layouts[index] : "")
      return DocumentPage(number: index + 1, text: text, blocks: blocks)
    }
    return withoutRunningTitles(pages)
  }

  private static func run(_ path: String, _ options: String...) throws(DocumentError) -> [UInt8] {
    guard let tool = ToolProcess.path(of: "pdftotext") else {
      throw DocumentError(.missingTool("pdftotext", package: "poppler-utils"))
    }
    // A name that begins with a dash is no option of ours.
    let file = path.hasPrefix("/") ? path : "./" + path
    let result: ToolProcess.Result
    do {
      result = try ToolProcess.run(
        tool, ["-enc", "UTF-8", "-eol", "unix"] + options + [file, "-"], supervisor: nil, environment: ["LC_ALL": "C"],
        seconds: Double(secondsAllowed), mostBytes: mostMegabytes << 20)
    } catch {
      throw DocumentError(.unreadable(reason: "pdftotext does not start: \(error)"))
    }
    if result.wentOver {
      throw DocumentError(
        result.bytes.count >= mostMegabytes << 20
          ? .tooMuchText(megabytes: mostMegabytes) : .takesTooLong(seconds: secondsAllowed))
    }
    guard result.status == 0 else { throw failure(result) }
    return result.bytes
  }

  /// Pages end in a form feed each, the last one too.
  private static func split(_ bytes: [UInt8]) -> [String] {
    var pages = bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
    if pages.last?.isEmpty == true { pages.removeLast() }
    return pages.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What looks like a heading and stands on more than two pages is a title at the edge of the paper.
  private static func withoutRunningTitles(_ pages: [DocumentPage]) -> [DocumentPage] {
    let lines = pages.map { page in
      let text = ScalarText(page.text)
      return page.blocks.map { $0.range.count <= longestTitle ? text[$0.range] : "" }
    }
    var pageCounts: [String: Int] = [:]
    for line in lines.flatMap({ Set($0) }) { pageCounts[line, default: 0] += 1 }
    return zip(pages, lines).map { page, lines in
      let blocks = zip(page.blocks, lines).map { block, line in
        guard case .heading = block.kind, pageCounts[line, default: 0] > 2 else { return block }
        return TextBlock(.paragraph, block.range)
      }
      return DocumentPage(number: page.number, text: page.text, blocks: blocks)
    }
  }

  private static let longestTitle = 80

  /// Poppler's reason in our words.
  private static func failure(_ result: ToolProcess.Result) -> DocumentError {
    let said = result.output
    if said.contains("Incorrect password") { return DocumentError(.needsPassword) }
    if result.status == 3 {
      return DocumentError(.unreadable(reason: "its author does not allow its text to be copied"))
    }
    if result.status >= 128 { return DocumentError(.damaged(reason: "pdftotext crashes on it")) }
    let reasons = [
      ("Couldn't find trailer", "its end is missing; it may have been cut off when it was copied"),
      ("Couldn't read xref", "its table of contents is missing; it may have been cut off when it was copied"),
      ("Catalog", "it does not say where its pages are"),
    ]
    let reason = reasons.first { said.contains($0.0) }?.1
    let last = said.split(separator: "\n").last.map { "pdftotext says: \($0)" }
    return DocumentError(.damaged(reason: reason ?? last ?? "pdftotext ends with status \(result.status)"))
  }
}
