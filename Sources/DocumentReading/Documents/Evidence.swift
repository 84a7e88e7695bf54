// Where a piece of text stands: the file, the page, the characters.

/// A stretch of one page of one document.
///
/// Characters are Unicode scalars of the page's extracted text, counted from 0, so that any language's "characters of a
/// string" which counts code points finds the same piece.
public struct Evidence: Codable, Hashable, Sendable {
  /// The document, as it was named when it was read.
  public var file: String
  /// Counted from 1; a file without pages is one page.
  public var page: Int
  public var start: Int
  /// Behind the last character.
  public var end: Int

  public init(file: String, page: Int, start: Int, end: Int) {
    self.file = file
    self.page = page
    self.start = start
    self.end = end
  }

  /// The characters, as offsets in the page's text.
  public var range: Range<Int> { start..<end }
}
