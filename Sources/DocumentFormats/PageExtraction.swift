// From a file's bytes to pages, by its format. DocumentReading declares what is defined here.
import DocumentReading
import SystemTools

@_silgen_name("lectern_extractPages")
public func extractPages(_ path: String, _ format: DocumentFormat) throws(DocumentError) -> DocumentExtraction {
  let bytes: [UInt8]
  do { bytes = try RegularFile(path).bytes } catch { throw DocumentError(.unreadable(reason: error.reason)) }
  let pages =
    switch format {
    case .plainText: [PlainTextReader.page(try TextDecoding.text(of: bytes))]
    case .markdown: [MarkdownReader.page(try TextDecoding.text(of: bytes))]
    case .html: [try HTMLReader.page(bytes)]
    case .csv: [try CSVReader.page(try TextDecoding.text(of: bytes), isTabbed: path.lowercased().hasSuffix(".tsv"))]
    case .jsonLines: [try JSONLinesReader.page(try TextDecoding.text(of: bytes))]
    case .word: [try WordReader.page(bytes)]
    case .pdf: try PDFReader.pages(bytes, path: path)
    }
  // Not over the whole text: it ends at the first visible character.
  guard pages.contains(where: { $0.text.unicodeScalars.contains { !$0.isWhiteSpace } }) else {
    throw DocumentError(format == .pdf ? .picturesOnly(pages: pages.count) : .noText)
  }
  return DocumentExtraction(bytes: bytes, pages: pages)
}
