// Plain text: what its empty lines and its lists say of its structure.
import DocumentReading

enum PlainTextReader {
  /// One page: the text as it is.
  static func page(_ text: String) -> DocumentPage {
    DocumentPage(number: 1, text: text, blocks: LineBlocks.find(in: text))
  }
}
