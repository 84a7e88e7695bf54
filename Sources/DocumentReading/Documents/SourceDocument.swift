// A file as text: what every building step that reads documents begins with.

/// A document's text, page by page, as it was extracted.
public struct SourceDocument: Equatable, Sendable {
  /// The file, as it was named.
  public let file: String
  /// Of the file's bytes, in hexadecimal.
  public let sha256: String
  public let format: DocumentFormat
  public let pages: [DocumentPage]

  public init(file: String, sha256: String, format: DocumentFormat, pages: [DocumentPage]) {
    self.file = file
    self.sha256 = sha256
    self.format = format
    self.pages = pages
  }

  /// The page with a number; nil if there is none.
  public func page(_ number: Int) -> DocumentPage? { pages.first { $0.number == number } }

  /// What stands at a place in this document; nil if it has no such place.
  public func text(at evidence: Evidence) -> String? {
    guard evidence.file == file else { return nil }
    return page(evidence.page)?.text(evidence.range)
  }
}
