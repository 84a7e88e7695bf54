// From a file's bytes to pages, by its format. DocumentReading declares what is defined here.
import DocumentReading
import SystemTools

@_silgen_name("lectern_extractPages")
public func extractPages(_ path: String, _ format: DocumentFormat) throws(DocumentError) -> DocumentExtraction {
  let bytes: [UInt8]
  do { bytes = try RegularFile(path).bytes } catch { throw DocumentError(.unreadable(reason: error.reason)) }
  guard let text = String(validating: bytes, as: UTF8.self) else { throw DocumentError(.notUTF8(line: 1, column: 1)) }
  let page = DocumentPage(number: 1, text: text, blocks: [TextBlock(.paragraph, 0..<text.unicodeScalars.count)])
  return DocumentExtraction(bytes: bytes, pages: [page])
}
