// From a file to its text; the one way in for every format.
internal import Hashing

/// Reads documents. Blocks while an external program works (`pdftotext` for PDF); uses no threads.
public enum DocumentReader {
  /// Reads one file.
  ///
  /// - Parameter name: what evidence calls the file; its path if left out.
  /// - Throws: why it cannot be read, in a sentence without the file's name.
  public static func read(_ path: String, named name: String? = nil) throws(DocumentError) -> SourceDocument {
    guard let format = DocumentFormat(file: path) else { throw DocumentError(.unknownFormat) }
    let extraction = try extractPages(path, format)
    return SourceDocument(
      file: name ?? path, sha256: SHA256.hexadecimal(of: extraction.bytes), format: format, pages: extraction.pages)
  }
}

/// What a format's reader found, and the bytes in which it did.
public struct DocumentExtraction: Sendable {
  public var bytes: [UInt8]
  public var pages: [DocumentPage]

  public init(bytes: [UInt8], pages: [DocumentPage]) {
    self.bytes = bytes
    self.pages = pages
  }
}

/// DocumentFormats'; found by its symbol, so that who imports this module, as every step does, needs no headers of
/// libxml2, libarchive or cmark.
@_silgen_name("lectern_extractPages")
func extractPages(_ path: String, _ format: DocumentFormat) throws(DocumentError) -> DocumentExtraction
